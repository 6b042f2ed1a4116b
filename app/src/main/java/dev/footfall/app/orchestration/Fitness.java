package dev.footfall.app.orchestration;

import dev.footfall.app.fault.UserFault;
import dev.footfall.core.destination.Binding;
import java.util.List;

/** Refuses queries whose columns a destination cannot use, before anything is sent. */
final class Fitness {
  private Fitness() {}

  static void require(Binding binding) {
    List<Binding.Problem> stopping =
        binding.problems().stream().filter(Binding.Problem::stops).toList();
    if (!stopping.isEmpty()) {
      throw UserFault.of(
          stopping.get(0).code()
              + ": "
              + String.join("; ", stopping.stream().map(Binding.Problem::message).toList()));
    }
  }
}
