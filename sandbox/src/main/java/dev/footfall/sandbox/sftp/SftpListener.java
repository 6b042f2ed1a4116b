package dev.footfall.sandbox.sftp;

import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.RecordedRequest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Stands beside every operation: lets faults strike, records, has finished files judged. */
final class SftpListener implements SftpEventListener {
  private final SftpFaults faults;
  private final SftpInbox inbox;
  private final InstantSource clock;
  private final Map<Handle, Injection> struck = new ConcurrentHashMap<>();
  private final Map<String, String> stuck = new ConcurrentHashMap<>();

  SftpListener(SftpFaults faults, SftpInbox inbox, InstantSource clock) {
    this.faults = faults;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public void opening(ServerSession session, String remote, Handle handle) throws IOException {
    if (!writes(handle)) {
      return;
    }
    mayWrite(session);
    Optional<Injection> asked = faults.next(SftpFaults.ON_UPLOAD);
    if (asked.isEmpty()) {
      return;
    }
    Injection fault = asked.get();
    Optional<Integer> status = SftpFaults.status(fault);
    if (status.isPresent()) {
      record(handle.getFile(), "PUT", status.get(), fault.kind());
      throw new SftpException(status.get(), "The sandbox was asked to answer so.");
    } else if (fault.kind().equals(InjectionKind.DROP_BEFORE_READ)) {
      drop(session, handle.getFile(), fault.kind());
    } else if (fault.kind().equals(InjectionKind.SLOW)) {
      pause(fault.number("delay_ms", 2000));
    }
    struck.put(handle, fault);
  }

  @Override
  public void writing(
      ServerSession session,
      String remote,
      FileHandle handle,
      long offset,
      byte[] data,
      int from,
      int length)
      throws IOException {
    Injection fault = struck.get(handle);
    if (fault != null
        && fault.kind().equals(SftpFaults.DROP_AT)
        && offset + length > fault.number("bytes", 100)) {
      drop(session, handle.getFile(), fault.kind());
    }
  }

  @Override
  public void closed(ServerSession session, String remote, Handle handle, Throwable thrown)
      throws IOException {
    if (!writes(handle)) {
      return;
    }
    Path file = handle.getFile();
    Injection fault = struck.remove(handle);
    String kind = fault == null ? "" : fault.kind();
    if (kind.equals(SftpFaults.TRUNCATED)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
    } else if (kind.equals(InjectionKind.DROP_AFTER_READ)) {
      Files.deleteIfExists(file);
      drop(session, file, kind);
    }
    record(file, "PUT", 200, kind);
    arrived(session, file);
  }

  @Override
  public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
      throws IOException {
    mayWrite(session);
    renameWhatIsStuck(session, from);
    Optional<Injection> asked = faults.next(SftpFaults.ON_RENAME);
    if (asked.isPresent()) {
      Optional<Integer> status = SftpFaults.status(asked.get());
      if (asked.get().kind().equals(SftpFaults.STUCK_RENAME)) {
        stuck.put(from.toString(), to.toString());
      }
      if (status.isEmpty()) {
        drop(session, to, asked.get().kind());
      }
      record(to, "RENAME", status.orElseThrow(), asked.get().kind());
      throw new SftpException(status.orElseThrow(), "The sandbox was asked to answer so.");
    }
    if (Files.exists(to) && faults.strikes(SftpFaults.REFUSE_OVERWRITE)) {
      record(to, "RENAME", SftpConstants.SSH_FX_FAILURE, SftpFaults.REFUSE_OVERWRITE);
      throw new SftpException(SftpConstants.SSH_FX_FAILURE, "The file exists.");
    }
  }

  private void renameWhatIsStuck(ServerSession session, Path from) throws IOException {
    String asked = stuck.remove(from.toString());
    if (asked != null) {
      Path to = from.resolve(asked);
      Files.move(from, to);
      arrived(session, to);
    }
  }

  @Override
  public void moved(
      ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
      throws IOException {
    record(to, "RENAME", thrown == null ? 200 : SftpConstants.SSH_FX_FAILURE, "");
    if (thrown == null) {
      arrived(session, to);
      Optional<Injection> late = faults.next(SftpFaults.LATE_RENAME);
      if (late.isPresent()) {
        pause(late.get().number("delay_ms", 2000));
      }
    }
  }

  @Override
  public void removing(ServerSession session, Path path, boolean directory) throws IOException {
    mayWrite(session);
    record(path, "REMOVE", 200, "");
  }

  @Override
  public void creating(ServerSession session, Path path, Map<String, ?> attributes)
      throws IOException {
    throw new SftpException(
        SftpConstants.SSH_FX_PERMISSION_DENIED, "Folders are made by the platform.");
  }

  private void arrived(ServerSession session, Path file) throws IOException {
    if (SftpInbox.isPassing(file)) {
      return;
    }
    inbox.deliver(file, clock.instant());
    if (faults.strikes(InjectionKind.DROP_AFTER_STORE)) {
      drop(session, file, InjectionKind.DROP_AFTER_STORE);
    }
  }

  private static boolean writes(Handle handle) {
    return handle instanceof FileHandle file
        && file.getOpenOptions().contains(StandardOpenOption.WRITE);
  }

  private static void mayWrite(ServerSession session) throws SftpException {
    if (SftpServer.READ_ONLY.equals(session.getUsername())) {
      throw new SftpException(SftpConstants.SSH_FX_PERMISSION_DENIED, "Permission denied");
    }
  }

  private void drop(ServerSession session, Path file, String kind) throws IOException {
    record(file, "PUT", 0, kind);
    session.close(true);
    throw new SftpException(SftpConstants.SSH_FX_CONNECTION_LOST, "The connection was closed.");
  }

  private static void pause(int millis) throws IOException {
    try {
      Thread.sleep(Math.min(millis, 300_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void record(Path path, String method, int status, String injected) throws IOException {
    Optional<PlatformDouble> owner = inbox.owner(path);
    if (owner.isPresent()) {
      long bytes = Files.exists(path) ? Files.size(path) : 0;
      owner
          .get()
          .books()
          .record(
              new RecordedRequest(
                  clock.instant(),
                  Injection.EVENTS,
                  method,
                  path.toString(),
                  Map.of(),
                  bytes,
                  status,
                  injected));
    }
  }
}
