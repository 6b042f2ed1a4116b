package dev.footfall.app.transfer;

import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.FilePlace;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * A folder of an SFTP server. Files are written as {@code .NAME.part}, their size is compared, and
 * only then they are renamed, never over another file. After a lost connection all of a file is
 * sent again.
 *
 * <p>Connects when it is first needed, and again when the connection is gone: five times, five
 * seconds to five minutes apart.
 */
public final class SftpShelf implements Shelf {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final FilePlace.Sftp place;
  private final SftpLogin login;
  private final SftpPatience patience;
  private final RandomGenerator random;
  private Optional<SftpConnection> open = Optional.empty();
  private boolean loggingIn;
  private final CompletableFuture<Boolean> halt = new CompletableFuture<>();

  /** A folder; {@code random} spreads the waits of those who were cut off together. */
  public SftpShelf(
      FilePlace.Sftp place, SftpLogin login, SftpPatience patience, RandomGenerator random) {
    this.place = place;
    this.login = login;
    this.patience = patience;
    this.random = random;
  }

  /**
   * Looks at what settings say of a server.
   *
   * @throws dev.footfall.core.destination.SettingFault when its key is unreadable
   */
  public static void require(FilePlace.Sftp place) {
    if (!place.hostKey().isEmpty()) {
      HostKey.of(place.hostKey());
    }
  }

  /** What is done over a connection; may be repeated over another one. */
  private interface Work<T> {
    T on(SftpConnection connection) throws IOException;
  }

  @Override
  public String address() {
    return "sftp://" + place.host() + ":" + place.port() + place.folder();
  }

  @Override
  public void check() throws ShelfFault {
    over(SftpConnection::isOpen);
  }

  @Override
  public boolean has(String name) throws ShelfFault {
    return over(connection -> connection.has(name));
  }

  @Override
  public void bring(Path whole, String as) throws ShelfFault {
    over(
        connection -> {
          connection.write(whole, Shelf.passing(as));
          return true;
        });
  }

  /**
   * A rename whose answer was lost is told by what is there afterwards. It may be done at any
   * moment until then, so the name is looked for first: together with the passing name it is
   * another's.
   */
  @Override
  public boolean name(String as, String name) throws ShelfFault {
    boolean[] asked = new boolean[1];
    try {
      return over(
          connection -> {
            boolean isTaken = connection.has(name);
            if (!connection.has(Shelf.passing(as))) {
              return true;
            }
            if (!isTaken) {
              asked[0] = true;
              connection.rename(Shelf.passing(as), name);
            }
            return !isTaken;
          });
    } catch (ShelfFault fault) {
      Reading.Stop stop = fault.stop();
      boolean maybe = asked[0] && stop.code() == Code.SFTP_UNAVAILABLE;
      throw new ShelfFault(new Reading.Stop(stop.code(), stop.words(), maybe));
    }
  }

  @Override
  public void discard(String as) throws ShelfFault {
    over(
        connection -> {
          connection.remove(Shelf.passing(as));
          return true;
        });
  }

  private <T> T over(Work<T> work) throws ShelfFault {
    Map<Attempt.Kind, Integer> failures = new EnumMap<>(Attempt.Kind.class);
    for (int pauses = 0; ; pauses++) {
      HostKeyCheck hostKey = new HostKeyCheck(place);
      Attempt failed;
      try {
        return work.on(connection(hostKey));
      } catch (IOException | UnresolvedAddressException failure) {
        failed =
            hostKey
                .refusal()
                .<Attempt>map(Attempt.Refused::new)
                .orElseGet(() -> Attempt.judge(failure, loggingIn));
      }
      close();
      if (failed instanceof Attempt.Refused refused) {
        throw new ShelfFault(refused.why());
      }
      Attempt.Again again = (Attempt.Again) failed;
      int failedSoFar = failures.merge(again.kind(), 1, Integer::sum);
      if (failedSoFar >= again.kind().tries() || !paused(pauses)) {
        throw new ShelfFault(again.givenUp(false));
      }
    }
  }

  private SftpConnection connection(HostKeyCheck hostKey) throws IOException, ShelfFault {
    if (open.filter(SftpConnection::isOpen).isEmpty()) {
      close();
      Optional<Reading.Stop> fault = login.fault();
      if (fault.isPresent()) {
        throw new ShelfFault(fault.get());
      }
      loggingIn = false;
      open =
          Optional.of(SftpConnection.open(place, login, hostKey, patience, now -> loggingIn = now));
    }
    return open.get();
  }

  /** Waits longer each time; false when the run is to end. */
  private boolean paused(int before) {
    long longest = FIRST_PAUSE.toMillis() << Math.min(before, 6);
    long most = Math.min(longest, LONGEST_PAUSE.toMillis());
    try {
      patience.time().pause(Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1)), halt);
      return !halt.isDone();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void halt() {
    halt.complete(true);
  }

  @Override
  public void close() {
    open.ifPresent(SftpConnection::close);
    open = Optional.empty();
  }
}
