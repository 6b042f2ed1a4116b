package dev.footfall.core.file;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where complete files go. The settings, and what a server wants to know of its user, are the same
 * at every destination that takes files.
 */
public sealed interface FilePlace {
  /** The setting that chooses the place. */
  String SETTING = "file_delivery";

  /** The settings that tell one server and folder from another. */
  List<String> ADDRESS = List.of(SETTING, "folder", "host", "port", "remote_folder");

  /**
   * A folder of this machine.
   *
   * @param path relative to the project
   */
  record Folder(String path) implements FilePlace {}

  /**
   * A folder of an SFTP server.
   *
   * @param host name of the server
   * @param port such as 22
   * @param folder absolute path there
   * @param hostKey by which the server is known: a public key in OpenSSH's one line, a line of a
   *     known_hosts file, or a fingerprint; empty for none
   * @param acceptsAnyHost whether any server will do while its key is not known
   */
  record Sftp(String host, int port, String folder, String hostKey, boolean acceptsAnyHost)
      implements FilePlace {}

  /** The place that settings name. */
  static FilePlace of(SettingValues values) {
    return values.find(SETTING).filter("sftp"::equals).isEmpty()
        ? new Folder(values.find("folder").orElse("outbox"))
        : new Sftp(
            needed(values, "host"),
            values.number("port"),
            needed(values, "remote_folder").replace("\\ ", " "),
            values.find("host_public_key").map(String::strip).orElse(""),
            values.flag("accept_unknown_host_key"));
  }

  private static String needed(SettingValues values, String name) {
    return values
        .find(name)
        .orElseThrow(
            () ->
                new SettingFault(
                    name, "setting '" + name + "' is required where file_delivery is sftp"));
  }

  /** The settings, for the modes that take files. */
  static List<Setting> settings(String... modes) {
    return Stream.concat(local(), server()).map(setting -> setting.in(modes)).toList();
  }

  private static Stream<Setting> local() {
    return Stream.of(
        Setting.of(
            SETTING,
            ValueRule.choice("download", "sftp"),
            "download",
            "Files appear in a folder of this machine, or on an SFTP server."),
        Setting.of(
            "folder",
            ValueRule.shaped("[^\\p{Cntrl}]{1,500}", "a path of at most 500 characters"),
            "outbox",
            "The folder in which complete files appear; relative to the project."),
        Setting.optional(
            "pgp_public_key",
            ValueRule.shaped("(?s).{1,100000}", "an ASCII-armored PGP public key"),
            "Encrypts whole files, last of all, to this key; .pgp is appended to their names."
                + " ${file:partner.asc} reads it from a file."));
  }

  private static Stream<Setting> server() {
    return Stream.of(
        Setting.optional(
            "host",
            ValueRule.shaped("[A-Za-z0-9.:_-]{1,253}", "the name of a server"),
            "The SFTP server, where file_delivery is sftp; the credential holds username and"
                + " passphrase or private_key."),
        Setting.of("port", new ValueRule.Whole(1, 65_535), "22", "The SFTP server's port."),
        Setting.optional(
            "remote_folder",
            ValueRule.shaped(
                "(?!.*(^|/)\\.\\.(/|$))/[^\\p{Cntrl}]{0,500}",
                "a path that starts with / and holds no .."),
            "The folder on the SFTP server; it must be there."),
        Setting.optional(
            "host_public_key",
            ValueRule.shaped("[^\\p{Cntrl}]{10,8000}", "one line of OpenSSH, or SHA256:…"),
            "By which the SFTP server is known: its public key, its line of known_hosts, or its"
                + " fingerprint SHA256:…; another key is refused."),
        Setting.of(
            "accept_unknown_host_key",
            new ValueRule.Flag(),
            "false",
            "Whether any SFTP server will do without host_public_key; not in production."));
  }

  /** What a server wants to know of its user. */
  static List<CredentialField> credential() {
    ValueRule text = ValueRule.shaped("[^\\p{Cntrl}]{1,1000}", "at most 1000 characters");
    return List.of(
        new CredentialField(
            "username", Need.OPTIONAL, text, false, "The SFTP user; for file_delivery sftp."),
        new CredentialField(
            "passphrase",
            Need.OPTIONAL,
            text,
            true,
            "The SFTP user's password; with private_key what decrypts that."),
        new CredentialField(
            "private_key",
            Need.OPTIONAL,
            ValueRule.shaped("(?s).{1,50000}", "a private key"),
            true,
            "The SFTP user's key, as OpenSSH writes it or in PEM, instead of a password."));
  }

  /** Why a server may stop a run. */
  static List<CodeSpec> codes() {
    return Stream.of(
            Code.SFTP_UNAVAILABLE,
            Code.HOST_KEY_UNKNOWN,
            Code.HOST_KEY_MISMATCH,
            Code.REMOTE_FOLDER_MISSING,
            Code.REMOTE_PERMISSION_DENIED)
        .map(code -> new CodeSpec(code, CodeSpec.Severity.RUN, code.meaning() + "."))
        .toList();
  }
}
