package dev.footfall.sandbox.sftp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.csv.CsvDialect;
import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.csv.CsvReport;
import dev.footfall.sandbox.csv.CsvTable;
import dev.footfall.sandbox.csv.Packed;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.platform.Books;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a file when it appears under its final name: the platform's own checker looks for faults,
 * then each line without one is kept.
 *
 * <p>A fault of the header or of the file as a whole refuses all lines, and so do a hundred faults.
 */
final class SftpInbox {
  private static final String DONE = ".DONE";

  private final Map<String, PlatformDouble> folders;

  SftpInbox(Map<String, PlatformDouble> folders) {
    this.folders = Map.copyOf(folders);
  }

  Optional<PlatformDouble> owner(Path path) {
    return path.getNameCount() < 2
        ? Optional.empty()
        : Optional.ofNullable(folders.get(path.getName(0).toString()));
  }

  /** Whether a name is one that a file has only while it is being sent. */
  static boolean isPassing(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
  }

  void deliver(Path file, Instant now) {
    Optional<PlatformDouble> owner = owner(file);
    if (owner.isEmpty() || isPassing(file)) {
      return;
    }
    Books books = owner.get().books();
    String name = String.valueOf(file.getFileName());
    try {
      if (name.endsWith(DONE)) {
        marker(file, name, books, now);
      } else if (Packed.isEncrypted(name)) {
        note(books, now, "is encrypted, and therefore not judged");
      } else if (owner.get().csvCheck().isPresent()) {
        leftovers(file, books, now);
        judge(file, owner.get(), now);
      }
    } catch (IOException e) {
      note(books, now, "cannot be read: it is not what its name says");
    }
  }

  private static void marker(Path file, String name, Books books, Instant now) throws IOException {
    Path marked = file.resolveSibling(name.substring(0, name.length() - DONE.length()));
    if (!Files.exists(marked)) {
      note(books, now, "the .DONE file came before its file");
    } else if (Files.size(file) > 0) {
      note(books, now, "the .DONE file is not empty");
    }
  }

  private static void leftovers(Path file, Books books, Instant now) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(file.toAbsolutePath().getParent())) {
      for (Path one : all) {
        if (String.valueOf(one.getFileName()).endsWith(".part")) {
          note(books, now, "a .part file was left behind");
        }
      }
    }
  }

  private static void judge(Path file, PlatformDouble owner, Instant now) throws IOException {
    String name = String.valueOf(file.getFileName());
    List<CsvFault> faults;
    try (InputStream in = Files.newInputStream(file)) {
      faults = owner.csvCheck().orElseThrow().check(name, in, now);
    }
    Lines lines = new Lines(owner, faults, now);
    try (InputStream in = Files.newInputStream(file)) {
      CsvDialect dialect = CsvDialect.named(Packed.plainName(name));
      new CsvTable(dialect).take(Packed.open(name, in), lines::take);
    }
    lines.end();
  }

  private static void note(Books books, Instant now, String why) {
    books.refuse(new Refusal(now, Injection.EVENTS, 0, why));
  }

  /** The lines of one file on their way into the books. */
  private static final class Lines {
    private final PlatformDouble owner;
    private final Map<Long, CsvFault> bad = new HashMap<>();
    private final Optional<CsvFault> whole;
    private final Instant now;
    private final Map<Long, Integer> seen = new HashMap<>();
    private List<String> header = new ArrayList<>();
    private boolean counted;

    Lines(PlatformDouble owner, List<CsvFault> faults, Instant now) {
      this.owner = owner;
      this.now = now;
      faults.forEach(fault -> bad.putIfAbsent(fault.line(), fault));
      this.whole =
          faults.size() >= CsvReport.MOST
              ? Optional.of(faults.get(0))
              : faults.stream().filter(fault -> fault.line() <= 1).findFirst();
    }

    void take(long line, List<String> cells) {
      if (line == 1 || header.get(0).startsWith("Parameters:")) {
        header = List.copyOf(cells);
        return;
      }
      counted = true;
      CsvFault fault = whole.orElse(bad.get(line));
      if (fault != null) {
        refuse(fault);
      } else if (cells.stream().anyMatch(owner.injections()::isPoisoned)) {
        refuse(new CsvFault("POISONED", line, "", "is one that this sandbox was told to refuse"));
      } else {
        keep(cells);
      }
    }

    private void keep(List<String> cells) {
      long line = Keys.of(cells.toArray(String[]::new));
      long key = Keys.of(Long.toHexString(line), String.valueOf(seen.merge(line, 1, Integer::sum)));
      ObjectNode json = Json.object();
      for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
        json.put(header.get(i), cells.get(i));
      }
      owner.books().keepLine(Json.bytes(json), key, new Delivery("file", Delivery.Mode.LIVE, now));
    }

    private void refuse(CsvFault fault) {
      boolean personal = fault.message().equals(CsvReport.HOLDS_PERSONAL_DATA);
      Fault why =
          new Fault(
              personal ? Fault.Kind.PERSONAL_DATA : Fault.Kind.VALUE, 0, "", fault.sentence(), 0);
      owner.books().refuseOne(why, new Refusal(now, Injection.EVENTS, 1, fault.sentence()));
    }

    /** A file without lines still shows what is wrong with it. */
    void end() {
      if (!counted) {
        whole.ifPresent(fault -> note(owner.books(), now, fault.sentence()));
      }
    }
  }
}
