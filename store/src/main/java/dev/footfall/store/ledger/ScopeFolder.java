package dev.footfall.store.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The names of the files of one scope.
 *
 * @param path the scope's folder
 */
record ScopeFolder(Path path) {
  static final String DRAFT = ".draft";
  private static final String JOURNAL = "journal-";
  private static final String SEGMENT = "segment-";

  static ScopeFolder of(Path ledger, String scope) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(scope.getBytes(StandardCharsets.UTF_8));
      return new ScopeFolder(ledger.resolve(HexFormat.of().formatHex(digest, 0, 16)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path manifest() {
    return path.resolve("manifest");
  }

  Path journal(int number) {
    return path.resolve(JOURNAL + number);
  }

  Path segment(int number) {
    return path.resolve(SEGMENT + number);
  }

  /** Journals and segments that the manifest does not name: left behind by a crash or a merge. */
  List<Path> strays(Manifest manifest) throws IOException {
    List<Path> strays = new ArrayList<>();
    for (Path file : journalsAndSegments()) {
      boolean named =
          file.equals(journal(manifest.journal()))
              || manifest.segments().stream().anyMatch(n -> file.equals(segment(n)));
      if (!named) {
        strays.add(file);
      }
    }
    return strays;
  }

  List<Path> journalsAndSegments() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(path)) {
      for (Path file : all) {
        String name = file.getFileName().toString();
        if (name.startsWith(JOURNAL) || name.startsWith(SEGMENT)) {
          files.add(file);
        }
      }
    }
    return files;
  }
}
