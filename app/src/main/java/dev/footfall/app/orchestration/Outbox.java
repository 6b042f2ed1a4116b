package dev.footfall.app.orchestration;

import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.transfer.PgpSeal;
import dev.footfall.app.transfer.SftpLogin;
import dev.footfall.app.transfer.SftpPatience;
import dev.footfall.app.transfer.SftpShelf;
import dev.footfall.core.delivery.FolderShelf;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.file.FilePlace;
import dev.footfall.core.file.Seal;
import dev.footfall.core.group.Room;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Where the files of a destination are made, and where they go.
 *
 * @param shelf a folder of this machine or of a server; the one who opened it closes it
 * @param making the folder in which they grow: beside those that are complete, or one of ours until
 *     they are brought
 * @param seal what is done to whole files
 */
record Outbox(Shelf shelf, Path making, Seal seal) {
  private static final String MAKING = ".making-";
  private static final String OUTGOING = ".footfall/outgoing";
  private static final Duration ABANDONED = Duration.ofHours(24);

  /**
   * The outbox that settings describe.
   *
   * @throws dev.footfall.core.destination.SettingFault when they lack something
   */
  static Outbox of(
      SettingValues settings,
      DestinationConfig destination,
      Project project,
      Surroundings world,
      SftpPatience patience) {
    Seal seal = settings.find("pgp_public_key").<Seal>map(PgpSeal::of).orElse(Seal.NONE);
    FilePlace place = FilePlace.of(settings);
    if (place instanceof FilePlace.Sftp sftp) {
      SftpLogin login =
          SftpLogin.of(RenewableAccount.Configured.of(destination, project, world).values());
      return new Outbox(
          new SftpShelf(sftp, login, patience, new SecureRandom()),
          world.root().resolve(OUTGOING),
          seal);
    }
    Path folder = world.root().resolve(((FilePlace.Folder) place).path());
    return new Outbox(new FolderShelf(folder), folder, seal);
  }

  /**
   * Looks at what settings say of files and their place.
   *
   * @throws dev.footfall.core.destination.SettingFault when something is missing or unreadable
   */
  static void require(SettingValues settings) {
    settings.find("pgp_public_key").ifPresent(PgpSeal::of);
    if (FilePlace.of(settings) instanceof FilePlace.Sftp sftp) {
      SftpShelf.require(sftp);
    }
  }

  /**
   * A run's own workshop. What runs left that ended without a word is removed: in our folder before
   * the next run of the same scope, which alone may write; beside complete files after a day, for
   * others may write there too.
   *
   * @param scope of which one run at a time may write
   */
  Workshop workshop(String scope, String runId, Room room) throws IOException {
    String ofScope = MAKING + print(scope) + "-";
    sweep(ofScope);
    Path folder = making.resolve(ofScope + runId);
    if (isOurs()) {
      DurableFiles.privateFolder(making);
      DurableFiles.privateFolder(folder);
    }
    return new Workshop(folder, seal, shelf, room);
  }

  private boolean isOurs() {
    return !(shelf instanceof FolderShelf);
  }

  /** Two scopes never share it: one would remove what the other has under way. */
  private static String print(String scope) {
    return UUID.nameUUIDFromBytes(scope.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void sweep(String ofScope) throws IOException {
    if (!Files.isDirectory(making)) {
      return;
    }
    Instant before = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(making, MAKING + "*")) {
      for (Path run : runs) {
        boolean isMine = isOurs() && run.getFileName().toString().startsWith(ofScope);
        if (isMine || Files.getLastModifiedTime(run).toInstant().isBefore(before)) {
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
