package dev.footfall.sandbox.sftp;

/**
 * Where the SFTP server listens, and what it knows its users and itself by. None of it is secret:
 * the keys come with the product, for this machine only.
 *
 * @param hostKey its public key, one line as OpenSSH writes it
 * @param privateKey a key in PEM that the user may log in with instead of the password
 */
public record SftpAddress(
    String host, int port, String user, String password, String hostKey, String privateKey) {}
