package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerDamaged;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which files make up a scope. Replaced in one step, so that a flush or merge either happened or
 * did not.
 *
 * @param scope the scope's text, for people who look into the folder
 * @param nextFile number of the next journal or segment
 * @param journal number of the live journal; its file may not exist yet
 * @param segments numbers of the live segments, oldest first
 */
record Manifest(String scope, int nextFile, int journal, List<Integer> segments) {
  private static final String TITLE = "footfall-ledger ";
  private static final String VERSION = "1";

  Manifest {
    segments = List.copyOf(segments);
  }

  static Manifest fresh(String scope) {
    return new Manifest(scope.replaceAll("\\p{Cntrl}", " "), 2, 1, List.of());
  }

  Manifest with(int newNextFile, int newJournal, List<Integer> newSegments) {
    return new Manifest(scope, newNextFile, newJournal, newSegments);
  }

  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(TITLE + VERSION + "\nscope " + scope + "\n");
    text.append("next ").append(nextFile).append("\njournal ").append(journal).append('\n');
    for (int segment : segments) {
      text.append("segment ").append(segment).append('\n');
    }
    String check = check(text.toString());
    text.append("check ").append(check).append('\n');
    DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Manifest read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    if (text.startsWith(TITLE) && !text.startsWith(TITLE + VERSION + "\n")) {
      throw new LedgerDamaged(file + " was written by a newer Footfall; upgrade this one");
    }
    int end = text.lastIndexOf("check ");
    if (end < 0 || !text.substring(end).equals("check " + check(text.substring(0, end)) + "\n")) {
      throw new LedgerDamaged(
          file + " does not match its checksum; restore the ledger's folder from a backup");
    }
    return parse(text.substring(0, end).split("\n"));
  }

  private static Manifest parse(String[] lines) {
    List<Integer> segments = new ArrayList<>();
    for (int i = 4; i < lines.length; i++) {
      segments.add(number(lines[i]));
    }
    String scope = lines[1].substring(lines[1].indexOf(' ') + 1);
    return new Manifest(scope, number(lines[2]), number(lines[3]), segments);
  }

  private static int number(String line) {
    return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
  }

  private static String check(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
