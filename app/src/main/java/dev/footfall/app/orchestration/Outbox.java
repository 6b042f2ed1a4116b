package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.Claims;
import dev.footfall.core.delivery.FilePost;
import dev.footfall.core.delivery.FolderShelf;
import dev.footfall.core.delivery.Post;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.run.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Opens the way out for a run that writes files. */
record Outbox(Orchestrations owner, Prepared prepared, String runId) {
  private static final String MAKING = ".making-";
  private static final Duration ABANDONED = Duration.ofHours(24);

  Post open(FileDelivery delivery, Claims claims, Recorder recorder, WrittenFiles journal) {
    Path folder = folder();
    Workshop workshop = new Workshop(folder.resolve(MAKING + runId), new FolderShelf(folder));
    FilePost post = new FilePost(delivery, workshop, claims, recorder, journal);
    try {
      sweep(folder);
      journal.recover(workshop, delivery.ending().marksSuccess());
    } catch (ShelfFault fault) {
      post.stop(fault.stop());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot end the files of an earlier run", e);
    }
    return post;
  }

  private Path folder() {
    return owner.surroundings().root().resolve(prepared.settings().find("folder").orElse("outbox"));
  }

  /** Removes what runs left that ended without a word, such as in a power cut. */
  private static void sweep(Path making) throws IOException {
    if (!Files.isDirectory(making)) {
      return;
    }
    Instant before = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(making, MAKING + "*")) {
      for (Path run : runs) {
        if (Files.getLastModifiedTime(run).toInstant().isBefore(before)) {
          remove(run);
        }
      }
    }
  }

  private static void remove(Path run) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(run)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(run);
  }
}
