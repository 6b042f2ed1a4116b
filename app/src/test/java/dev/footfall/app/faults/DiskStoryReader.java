package dev.footfall.app.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code strace} wrote down of the files below a folder. */
final class DiskStoryReader {
  private static final Pattern LINE =
      Pattern.compile("([0-9]+) +([0-9]+)\\.([0-9]{6}) (?:<\\.\\.\\. )?([a-z0-9_]+)(.*)");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*+)\"");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("\\((AT_FDCWD|[0-9]+)<((?:\\\\x[0-9a-f]{2})++)>(\\(deleted\\))?");
  private static final Pattern RESULT = Pattern.compile(".*\\) += (-?[0-9]+)[^)]*(?:\\(.*)?");
  private static final String UNFINISHED = " <unfinished ...>";
  private static final String RESUMED = " resumed>";

  private final Path folder;
  private final List<DiskStory.Deed> deeds = new ArrayList<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, String> begun = new HashMap<>();

  private DiskStoryReader(Path folder) {
    this.folder = folder;
  }

  /**
   * What was done below a folder.
   *
   * @param log in the words of {@link DiskStory#writer}
   */
  static DiskStory read(Path log, Path folder) throws IOException {
    DiskStoryReader reader = new DiskStoryReader(folder);
    try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher call = LINE.matcher(line);
        if (call.matches()) {
          reader.line(call);
        }
      }
    }
    return new DiskStory(reader.deeds);
  }

  /** A call, its arguments and result, the thread that made it, and when it was over. */
  private record Call(String name, String words, long result, String thread, Instant at) {}

  /** A call that another thread interrupts comes in two lines. */
  private void line(Matcher line) {
    String thread = line.group(1);
    String name = line.group(4);
    String words = line.group(5);
    Instant at = moment(line.group(2), line.group(3));
    if (words.endsWith(UNFINISHED)) {
      String beginning = words.substring(0, words.length() - UNFINISHED.length());
      begun.put(thread, beginning);
      if (name.endsWith("sync")) {
        file(beginning, f -> deeds.add(new DiskStory.Waiting(at, f.path, thread)));
      }
      return;
    }
    if (words.startsWith(RESUMED)) {
      words = begun.remove(thread) + words.substring(RESUMED.length());
    }
    Matcher result = RESULT.matcher(words.substring(Math.max(0, words.lastIndexOf(") "))));
    if (result.matches() && Long.parseLong(result.group(1)) >= 0) {
      done(new Call(name, words, Long.parseLong(result.group(1)), thread, at));
    }
  }

  /** The last nanosecond of a microsecond, so that what comes before it is before it. */
  private static Instant moment(String seconds, String micros) {
    return Instant.ofEpochSecond(Long.parseLong(seconds), 1000 * Long.parseLong(micros) + 999);
  }

  private void done(Call call) {
    switch (call.name) {
      case "openat", "open", "creat" -> opened(call);
      case "write", "pwrite64" -> file(call.words, f -> wrote(call, f));
      case "lseek" -> file(call.words, f -> positions.put(f.number, call.result));
      case "ftruncate" ->
          file(
              call.words, f -> deeds.add(new DiskStory.Resized(call.at, f.path, last(call.words))));
      case "fsync", "fdatasync" ->
          file(call.words, f -> deeds.add(new DiskStory.Synced(call.at, f.path, call.thread)));
      case "rename", "renameat", "renameat2" ->
          names(call.words, 2, n -> deeds.add(new DiskStory.Renamed(call.at, n.get(0), n.get(1))));
      case "link", "linkat" ->
          names(call.words, 2, n -> deeds.add(new DiskStory.Linked(call.at, n.get(0), n.get(1))));
      case "unlink", "unlinkat", "rmdir" ->
          names(call.words, 1, n -> deeds.add(new DiskStory.Removed(call.at, n.get(0))));
      case "mkdir", "mkdirat" ->
          names(call.words, 1, n -> deeds.add(new DiskStory.Made(call.at, n.get(0), true)));
      default ->
          file(
              call.words,
              f -> {
                throw new IllegalStateException(call.name + " of " + f.path + " is not understood");
              });
    }
  }

  private void opened(Call call) {
    names(
        call.words,
        1,
        names -> {
          positions.put(Long.toString(call.result), 0L);
          if (call.words.contains("O_CREAT")) {
            deeds.add(new DiskStory.Made(call.at, names.get(0), false));
          }
          if (call.words.contains("O_TRUNC")) {
            deeds.add(new DiskStory.Resized(call.at, names.get(0), 0));
          }
        });
  }

  private void wrote(Call call, Described file) {
    boolean isNext = call.name.equals("write");
    long offset = isNext ? positions.getOrDefault(file.number, 0L) : last(call.words);
    Matcher text = TEXT.matcher(call.words);
    if (!text.find() || text.group(1).length() < 4 * call.result) {
      throw new IllegalStateException("what was written to " + file.path + " is cut");
    }
    byte[] bytes = Arrays.copyOf(bytes(text.group(1)), Math.toIntExact(call.result));
    if (isNext) {
      positions.put(file.number, offset + call.result);
    }
    deeds.add(new DiskStory.Written(call.at, file.path, offset, bytes));
  }

  /** The last of a call's arguments. */
  private static long last(String words) {
    String arguments = words.substring(0, words.lastIndexOf(')'));
    return Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
  }

  /** An open file or folder. */
  private record Described(String number, Path path) {}

  private void file(String words, Consumer<Described> action) {
    Matcher descriptor = DESCRIPTOR.matcher(words);
    if (descriptor.lookingAt() && descriptor.group(3) == null) {
      Path path = Path.of(new String(bytes(descriptor.group(2)), StandardCharsets.UTF_8));
      if (path.startsWith(folder) || path.equals(folder.getParent())) {
        action.accept(new Described(descriptor.group(1), path));
      }
    }
  }

  private void names(String words, int count, Consumer<List<Path>> action) {
    Matcher descriptor = DESCRIPTOR.matcher(words);
    Path here =
        descriptor.lookingAt()
            ? Path.of(new String(bytes(descriptor.group(2)), StandardCharsets.UTF_8))
            : Path.of("");
    List<Path> names = new ArrayList<>();
    Matcher text = TEXT.matcher(words);
    while (names.size() < count && text.find()) {
      names.add(here.resolve(new String(bytes(text.group(1)), StandardCharsets.UTF_8)).normalize());
    }
    if (names.size() == count && names.stream().allMatch(name -> name.startsWith(folder))) {
      action.accept(names);
    }
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = new byte[hex.length() / 4];
    for (int i = 0; i < bytes.length; i++) {
      int high = Character.digit(hex.charAt(4 * i + 2), 16);
      bytes[i] = (byte) (high << 4 | Character.digit(hex.charAt(4 * i + 3), 16));
    }
    return bytes;
  }
}
