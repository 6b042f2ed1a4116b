package dev.footfall.sources.presto.function;

import dev.footfall.sources.presto.type.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The allow-list, read from {@code functions.txt}. */
public final class Functions {

  private static final Map<String, List<Signature>> BY_NAME = load();

  private Functions() {}

  public static boolean has(String name) {
    return BY_NAME.containsKey(name);
  }

  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  public static List<Signature> named(String name) {
    return BY_NAME.getOrDefault(name, List.of());
  }

  /** The first signature that takes the arguments as they are, else the first they convert to. */
  public static Optional<Signature.Match> match(String name, List<Type> arguments) {
    return Stream.of(false, true)
        .flatMap(coerce -> named(name).stream().flatMap(s -> s.match(arguments, coerce).stream()))
        .findFirst();
  }

  private static Map<String, List<Signature>> load() {
    try (InputStream in = Functions.class.getResourceAsStream("functions.txt")) {
      if (in == null) {
        throw new IllegalStateException("functions.txt is missing from the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Signature::read)
          .collect(Collectors.groupingBy(Signature::name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
