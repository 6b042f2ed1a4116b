package dev.footfall.app.transfer;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** What the failure of an attempt means: whether to stop, or how often another may follow. */
sealed interface Attempt {
  /** Trying again changes nothing. */
  record Refused(Reading.Stop why) implements Attempt {}

  /** Another attempt may succeed. */
  record Again(Kind kind, String words) implements Attempt {
    Reading.Stop givenUp(boolean maybeStored) {
      return new Reading.Stop(kind.code, words, maybeStored);
    }
  }

  /** Why another attempt may succeed. */
  enum Kind {
    /** The server could not be reached, or went away. */
    NETWORK(5, Code.SFTP_UNAVAILABLE),
    /** The server failed, or has no room; it may do better later. */
    FAILURE(3, Code.DELIVERY_FAILED);

    private final int tries;
    private final Code code;

    Kind(int tries, Code code) {
      this.tries = tries;
      this.code = code;
    }

    /** How often it may happen. */
    int tries() {
      return tries;
    }
  }

  /** What is said of a {@link WrongSize}. */
  String WRONG_SIZE = "the server stored another number of bytes than was sent";

  /** The server stored another number of bytes than was sent. */
  final class WrongSize extends IOException {
    private static final long serialVersionUID = 1;

    WrongSize() {
      super(WRONG_SIZE);
    }
  }

  /** How a server says that it knows neither user nor password nor key. */
  Set<Integer> LOGIN_REFUSED =
      Set.of(
          SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR,
          SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER,
          SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
          SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME);

  /**
   * Judges a failure.
   *
   * @param loggingIn whether the server was judging user and password or key
   */
  static Attempt judge(Exception failure, boolean loggingIn) {
    Optional<SftpException> status = cause(failure, SftpException.class);
    if (status.isPresent()) {
      return judge(status.get());
    }
    if (failure instanceof WrongSize) {
      return new Again(Kind.FAILURE, WRONG_SIZE);
    }
    int disconnected =
        cause(failure, SshException.class).map(SshException::getDisconnectCode).orElse(0);
    return loggingIn && LOGIN_REFUSED.contains(disconnected)
        ? refused(Code.CREDENTIALS_REJECTED, "the server refuses user, password or key")
        : new Again(Kind.NETWORK, said(failure));
  }

  private static Attempt judge(SftpException answer) {
    String words = "SFTP status " + answer.getStatus() + ": " + said(answer);
    return switch (answer.getStatus()) {
      case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
          refused(Code.REMOTE_FOLDER_MISSING, words);
      case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
          refused(Code.REMOTE_PERMISSION_DENIED, words);
      case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
          new Again(Kind.NETWORK, words);
      case SftpConstants.SSH_FX_OP_UNSUPPORTED ->
          refused(Code.REMOTE_PERMISSION_DENIED, words + "; the server must let files be renamed");
      default -> new Again(Kind.FAILURE, words);
    };
  }

  private static Attempt refused(Code code, String words) {
    return new Refused(new Reading.Stop(code, words));
  }

  private static String said(Exception failure) {
    if (cause(failure, EOFException.class).isPresent()) {
      return "the server closed the connection";
    }
    return PlatformWords.of(
        Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName()));
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
