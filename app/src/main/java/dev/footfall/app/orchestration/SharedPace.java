package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.core.delivery.Pace;
import dev.footfall.core.delivery.PaceBook;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.SettingValues;
import java.util.Optional;

/**
 * The pace of an account: one for a credential and a platform's mode, whichever destination,
 * orchestration, run or process uses it.
 */
final class SharedPace {
  private SharedPace() {}

  static Pace.Shared of(
      Orchestrations owner, DestinationConfig destination, SettingValues settings) {
    Time machines = owner.outside().times().apply(Optional.empty());
    return of(owner.store().paces(), destination, settings, machines);
  }

  static Pace.Shared of(
      PaceBook book, DestinationConfig destination, SettingValues settings, Time time) {
    String type = destination.destination().spec().type();
    String account = destination.credential().orElse(destination.name());
    return new Pace.Shared(book, type + "/" + settings.mode() + "/" + account, time);
  }
}
