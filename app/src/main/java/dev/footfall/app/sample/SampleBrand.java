package dev.footfall.app.sample;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes an invented brand: customers, orders and everything around them, in the standard tables, as
 * untidy as real ones.
 *
 * <p>The same options give the same rows on every machine. Memory stays bounded whatever the size.
 * Nothing appears at {@code out} before it is complete, and nothing that is there already is
 * replaced.
 */
public final class SampleBrand {

  /** The zone of the brand's books: every time in the tables is wall-clock time there. */
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private SampleBrand() {}

  /**
   * Writes the brand to {@code options.out()} and returns how many rows each table has, in the
   * order of their names.
   *
   * @throws FileAlreadyExistsException if the file exists, or the folder holds something
   * @throws IOException if the files cannot be written, for example for lack of room
   */
  public static Map<String, Long> generate(SampleOptions options, Progress progress)
      throws IOException {
    Path out = options.out();
    refuseToReplace(options);
    Files.createDirectories(parent(out));
    Path workshop = Files.createTempDirectory(parent(out), ".sample-");
    try {
      Path brand = workshop.resolve("brand.duckdb");
      Map<String, Long> rows;
      try (SampleWorkshop tools = SampleWorkshop.open(workshop, options)) {
        rows = new SampleScript(tools, options, progress).run();
        if (options.format() != SampleFormat.DUCKDB) {
          new SampleFiles(tools, options.format(), progress)
              .write(rows.keySet(), workshop.resolve("files"));
        }
      } catch (SQLException e) {
        throw new IOException("The sample brand could not be made: " + e.getMessage(), e);
      }
      if (Files.isDirectory(out)) {
        Files.delete(out); // empty, so that the move finds room
      }
      Files.move(options.format() == SampleFormat.DUCKDB ? brand : workshop.resolve("files"), out);
      return rows;
    } finally {
      deleteAll(workshop);
    }
  }

  private static void refuseToReplace(SampleOptions options) throws IOException {
    Path out = options.out();
    if (!Files.exists(out)) {
      return;
    }
    if (Files.isDirectory(out) && options.format() != SampleFormat.DUCKDB) {
      try (Stream<Path> content = Files.list(out)) {
        if (content.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new FileAlreadyExistsException(out.toString());
  }

  private static Path parent(Path out) throws IOException {
    Path parent = out.getParent();
    if (parent == null) {
      throw new IOException(out + " is no place for a sample brand");
    }
    return parent;
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
