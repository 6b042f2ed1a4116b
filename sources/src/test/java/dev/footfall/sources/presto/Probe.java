package dev.footfall.sources.presto;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One line of {@code probes.tsv}: an expression and what it is in Presto. */
record Probe(String group, String expression, String value, String type) {

  static List<Probe> all() throws IOException {
    try (InputStream in = Probe.class.getResourceAsStream("probes.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(p -> new Probe(p[0], p[1], p[2].replace("\\n", "\n"), p.length > 3 ? p[3] : ""))
          .toList();
    }
  }

  boolean isRefused() {
    return value.startsWith("!");
  }

  String query() {
    return "SELECT " + expression + " AS r";
  }
}
