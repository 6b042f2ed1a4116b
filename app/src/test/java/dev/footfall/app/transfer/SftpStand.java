package dev.footfall.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.FilePlace;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The sandbox's SFTP server, and shelves on it whose pauses are counted instead of waited for. */
final class SftpStand implements AutoCloseable {
  private final Sandbox sandbox;
  private final List<Duration> pauses = new ArrayList<>();
  private Optional<Shelf> open = Optional.empty();

  SftpStand() {
    try {
      sandbox = Sandbox.start(SandboxOptions.defaults());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private final class Patient implements Time {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void pause(Duration duration) {
      pauses.add(duration);
    }
  }

  SftpAddress server() {
    return sandbox.sftp();
  }

  List<Duration> pauses() {
    return pauses;
  }

  FilePlace.Sftp place(String remote, String hostKey) {
    return new FilePlace.Sftp(server().host(), server().port(), remote, hostKey, false);
  }

  SftpLogin password(String word) {
    return new SftpLogin(server().user(), Optional.of(Secret.of(word)), Optional.empty());
  }

  Shelf shelf(FilePlace.Sftp place, SftpLogin login) {
    Shelf shelf = new SftpShelf(place, login, SftpPatience.usual(new Patient()), new Random(7));
    open = Optional.of(shelf);
    return shelf;
  }

  Shelf shelf() {
    return shelf(place("/snapchat", server().hostKey()), password(server().password()));
  }

  List<String> there() throws IOException {
    return sandbox.sftpFiles("/snapchat");
  }

  void inject(Injection injection) {
    sandbox.inject("criteo", injection);
  }

  /** A step that fails. */
  interface Step {
    void run() throws Exception;
  }

  static Reading.Stop stop(Step step) {
    ShelfFault fault = catchThrowableOfType(ShelfFault.class, step::run);
    assertThat(fault).isNotNull();
    return fault.stop();
  }

  /** Forgets all that a test did. */
  void reset() {
    open.ifPresent(Shelf::close);
    open = Optional.empty();
    pauses.clear();
    sandbox.reset();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
