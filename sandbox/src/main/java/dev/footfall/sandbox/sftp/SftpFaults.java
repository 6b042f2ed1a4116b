package dev.footfall.sandbox.sftp;

import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.Injections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.sftp.common.SftpConstants;

/** The faults of the SFTP server: what may be asked for, and when each strikes. */
public final class SftpFaults {
  static final String REFUSE_CONNECTION = "refuse_connection";
  static final String HOST_KEY = "host_key";
  static final String REFUSE_LOGIN = "refuse_login";
  static final String DROP_AT = "drop_at";
  static final String TRUNCATED = "truncated";
  static final String DROP_BEFORE_RENAME = "drop_before_rename";
  static final String STUCK_RENAME = "stuck_rename";
  static final String LATE_RENAME = "late_rename";
  static final String REFUSE_OVERWRITE = "refuse_overwrite";
  static final String NO_POSIX_RENAME = "no_posix_rename";
  private static final String REFUSE_RENAME = "refuse_rename";

  /** Kinds that are an SFTP status, nothing more. */
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "folder_missing",
          SftpConstants.SSH_FX_NO_SUCH_FILE,
          "permission_denied",
          SftpConstants.SSH_FX_PERMISSION_DENIED,
          "failure",
          SftpConstants.SSH_FX_FAILURE,
          "no_space",
          SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM,
          "quota",
          SftpConstants.SSH_FX_QUOTA_EXCEEDED,
          REFUSE_RENAME,
          SftpConstants.SSH_FX_OP_UNSUPPORTED,
          InjectionKind.THROTTLE,
          SftpConstants.SSH_FX_FAILURE);

  /** What strikes when a file is opened to be written. */
  static final Set<String> ON_UPLOAD =
      Set.of(
          "folder_missing",
          "permission_denied",
          "failure",
          "no_space",
          "quota",
          DROP_AT,
          TRUNCATED,
          InjectionKind.STATUS,
          InjectionKind.THROTTLE,
          InjectionKind.SLOW,
          InjectionKind.DROP_BEFORE_READ,
          InjectionKind.DROP_AFTER_READ);

  /** What strikes when a file is renamed. */
  static final Set<String> ON_RENAME = Set.of(REFUSE_RENAME, DROP_BEFORE_RENAME, STUCK_RENAME);

  /** The kinds beside the generic ones, which keep their names here and mean files. */
  public static final List<InjectionKind> KINDS =
      List.of(
          InjectionKind.kind(REFUSE_CONNECTION, "closes the connection at once"),
          InjectionKind.kind(HOST_KEY, "shows another host key"),
          InjectionKind.kind(REFUSE_LOGIN, "refuses password and key"),
          InjectionKind.kind(
              DROP_AT, "closes the connection after `bytes` (100) of an upload", "bytes"),
          InjectionKind.kind(TRUNCATED, "stores half of a file, and says that all is well"),
          InjectionKind.kind("folder_missing", "answers an upload with status 2"),
          InjectionKind.kind("permission_denied", "answers an upload with status 3"),
          InjectionKind.kind("failure", "answers an upload with status 4"),
          InjectionKind.kind("no_space", "answers an upload with status 14"),
          InjectionKind.kind("quota", "answers an upload with status 15"),
          InjectionKind.kind(REFUSE_RENAME, "answers a rename with status 8"),
          InjectionKind.kind(
              REFUSE_OVERWRITE, "refuses a rename onto a file that is there, posix-rename too"),
          InjectionKind.kind(DROP_BEFORE_RENAME, "closes the connection before a rename"),
          InjectionKind.kind(
              STUCK_RENAME,
              "closes the connection at a rename, and renames when the next one is asked for"),
          InjectionKind.kind(
              LATE_RENAME, "renames, and answers `delay_ms` (2000) late", "delay_ms"),
          InjectionKind.kind(
              NO_POSIX_RENAME, "does not offer posix-rename@openssh.com to the next session"));

  private final Injections injections;

  SftpFaults(Injections injections) {
    this.injections = injections;
  }

  Optional<Injection> next(Set<String> kinds) {
    return injections.nextOf(kinds);
  }

  /** The fault of that kind, when it was asked for. */
  Optional<Injection> next(String kind) {
    return injections.nextOf(Set.of(kind));
  }

  boolean strikes(String kind) {
    return next(kind).isPresent();
  }

  /** The status that a fault answers with, when it does. */
  static Optional<Integer> status(Injection asked) {
    return asked.kind().equals(InjectionKind.STATUS)
        ? Optional.of(asked.number("status", SftpConstants.SSH_FX_FAILURE))
        : Optional.ofNullable(STATUSES.get(asked.kind()));
  }
}
