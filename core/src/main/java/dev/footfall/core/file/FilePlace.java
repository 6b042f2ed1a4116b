package dev.footfall.core.file;

/** Where complete files go. */
public sealed interface FilePlace {
  /** A folder of this machine, which the setting {@code folder} names. */
  record Folder() implements FilePlace {}

  /**
   * A folder of an SFTP server; user, password and key are fields of the credential: {@code
   * username}, {@code passphrase}, {@code private_key}.
   *
   * @param host name of the server
   * @param port such as 22
   * @param folder absolute path there
   * @param hostKey the server's public key in OpenSSH's one line; empty for any, where the operator
   *     said so
   * @param renames whether a file is written under another name and renamed when it is whole
   */
  record Sftp(String host, int port, String folder, String hostKey, boolean renames)
      implements FilePlace {}

  /** The folder of this machine. */
  FilePlace FOLDER = new Folder();
}
