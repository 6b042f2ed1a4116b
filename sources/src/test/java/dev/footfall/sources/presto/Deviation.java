package dev.footfall.sources.presto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One line of {@code deviations.tsv}: where we depart from Presto on purpose, and why. */
record Deviation(String expression, String presto, String ours, String reason) {

  static List<Deviation> all() throws IOException {
    try (InputStream in = Deviation.class.getResourceAsStream("deviations.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(parts -> new Deviation(parts[0], parts[1], parts[2], parts[3]))
          .toList();
    }
  }
}
