package dev.footfall.app.consent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens an address in the person's browser, where there is one. */
public final class Browser {
  private Browser() {}

  /** Whether a browser was asked to open the address. */
  public static boolean open(String address, Map<String, String> environment) {
    Optional<List<String>> command =
        command(System.getProperty("os.name", ""), address, environment);
    if (command.isEmpty()) {
      return false;
    }
    try {
      new ProcessBuilder(command.get())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException missing) {
      return false;
    }
  }

  /** The command that opens an address on a system; empty where nobody would see it. */
  static Optional<List<String>> command(
      String system, String address, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    List<String> command = new ArrayList<>();
    if (name.contains("mac")) {
      command.add("open");
    } else if (name.contains("windows")) {
      command.addAll(List.of("rundll32", "url.dll,FileProtocolHandler"));
    } else if (environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")) {
      command.add("xdg-open");
    } else {
      return Optional.empty();
    }
    command.add(address);
    return Optional.of(command);
  }
}
