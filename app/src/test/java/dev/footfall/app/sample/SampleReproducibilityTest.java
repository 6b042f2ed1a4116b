package dev.footfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same options give the same rows, in the same order: today, on another machine, after an
 * upgrade.
 */
class SampleReproducibilityTest {

  private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

  @TempDir private Path folder;

  @Test
  void the_number_of_threads_changes_nothing() throws Exception {
    // more rows than one thread takes at a time
    SampleOptions options = SampleOptions.of(2_000, 1_000, 3, folder.resolve("x"), NOW);
    assertThat(fingerprints("three", options.withThreads(3)))
        .isEqualTo(fingerprints("one", options.withThreads(1)));
  }

  @Test
  void an_upgrade_changes_nothing() throws Exception {
    assertThat(checksums(42))
        .as("files that differ: the engine or a script writes other rows than before")
        .containsExactlyElementsOf(pinned());
  }

  @Test
  void another_seed_is_another_brand() throws Exception {
    List<String> others = checksums(43);
    others.removeAll(pinned());
    assertThat(others).hasSizeGreaterThan(15);
  }

  /**
   * One number per table, over its rows and their positions; comparable within one release of the
   * engine.
   */
  private List<String> fingerprints(String name, SampleOptions options) throws Exception {
    Path out = folder.resolve(name);
    SampleOptions elsewhere =
        new SampleOptions(
            options.customers(),
            options.days(),
            options.seed(),
            out,
            options.format(),
            options.now(),
            options.zeroQuantityTrap(),
            options.threads());
    SampleBrand.generate(elsewhere, Progress.SILENT);
    try (SampleQueries brand = new SampleQueries(out)) {
      List<String> fingerprints = new ArrayList<>();
      for (String table :
          brand.texts(
              "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                  + " AND table_catalog = 'elsewhere' ORDER BY 1")) {
        fingerprints.add(
            table + " " + brand.texts("SELECT bit_xor(hash(rowid, t)) FROM " + table + " t"));
      }
      Files.delete(out);
      return fingerprints;
    }
  }

  private List<String> checksums(long seed) throws Exception {
    Path out = folder.resolve("seed-" + seed);
    SampleBrand.generate(
        SampleOptions.of(100, 70, seed, out, NOW).as(SampleFormat.CSV), Progress.SILENT);
    List<String> checksums = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.sorted().toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        checksums.add(HexFormat.of().formatHex(digest) + "  " + file.getFileName());
      }
    }
    return checksums;
  }

  private static List<String> pinned() throws IOException {
    try (var in = SampleReproducibilityTest.class.getResourceAsStream("pinned-checksums.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
