package dev.footfall.sources.files;

import dev.footfall.core.source.SourceFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of a folder: each data file, and each folder of data files, is one. */
final class FolderTables {
  private FolderTables() {}

  /**
   * A table.
   *
   * @param files in the order of their names, all of one format
   */
  record FolderTable(String name, FileFormat format, List<Path> files) {}

  static List<FolderTable> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SourceFault(
          "SOURCE_NOT_FOUND", "There is no folder " + folder + ". Check the path");
    }
    Map<String, FolderTable> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Path entry : visible(folder)) {
      table(entry)
          .ifPresent(
              table -> {
                if (tables.put(table.name(), table) != null) {
                  throw new SourceFault(
                      "AMBIGUOUS_TABLE",
                      "Two files or folders in "
                          + folder
                          + " make a table '"
                          + table.name()
                          + "'. Rename one of them");
                }
              });
    }
    return List.copyOf(tables.values());
  }

  private static Optional<FolderTable> table(Path entry) {
    if (!Files.isDirectory(entry)) {
      return FileFormat.of(entry)
          .map(format -> new FolderTable(format.bareName(entry), format, List.of(entry)));
    }
    List<Path> parts = visible(entry).stream().filter(p -> FileFormat.of(p).isPresent()).toList();
    List<FileFormat> formats =
        parts.stream().flatMap(part -> FileFormat.of(part).stream()).distinct().toList();
    if (formats.size() > 1) {
      throw new SourceFault(
          "MIXED_FORMATS", "The folder " + entry + " mixes " + formats + ". Keep one format in it");
    }
    return formats.isEmpty()
        ? Optional.empty()
        : Optional.of(new FolderTable(String.valueOf(entry.getFileName()), formats.get(0), parts));
  }

  private static List<Path> visible(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SourceFault("SOURCE_UNREADABLE", "Cannot list the folder " + folder, e);
    }
  }
}
