package dev.footfall.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a source says of the engine. */
record EngineReader(Path root, Faults faults) {
  static final String SIZE = "[1-9][0-9]{0,5}(\\.[0-9]{1,2})? ?([KMGT]i?B)";
  static final String TIME = "[1-9][0-9]{0,5} ?(s|m|h)";
  static final int MOST_THREADS = 1024;

  EngineConfig read(Section section) {
    return new EngineConfig(
        value(section, "memory_limit", EngineReader::size, "a size such as 512MB or 2GB"),
        value(
            section, "threads", EngineReader::threads, "a whole number from 1 to " + MOST_THREADS),
        value(section, "timeout", EngineReader::time, "a time such as 90s, 10m or 2h"),
        value(section, "temp_folder", this::folder, "a folder"),
        value(section, "temp_limit", EngineReader::size, "a size such as 100GB"));
  }

  private <T> Optional<T> value(
      Section section, String key, Function<String, Optional<T>> reader, String wanted) {
    Optional<YamlValue.Text> text = section.text(key);
    Optional<T> value = text.flatMap(t -> reader.apply(t.text().strip()));
    if (text.isPresent() && value.isEmpty()) {
      faults.add(text.get().place(), "'" + key + "' of " + section.title() + " must be " + wanted);
    }
    return value;
  }

  private static Optional<String> size(String text) {
    return text.matches(SIZE) ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Integer> threads(String text) {
    return text.matches("[1-9][0-9]{0,3}")
        ? Optional.of(Integer.valueOf(text)).filter(count -> count <= MOST_THREADS)
        : Optional.empty();
  }

  private static Optional<Duration> time(String text) {
    return text.matches(TIME)
        ? Optional.of(Duration.parse("PT" + text.replace(" ", "")))
        : Optional.empty();
  }

  private Optional<Path> folder(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(root.resolve(text).normalize());
  }
}
