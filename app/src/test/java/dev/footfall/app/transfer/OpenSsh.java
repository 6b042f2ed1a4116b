package dev.footfall.app.transfer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenSSH's own server on this machine, for this user, with keys of its own. */
final class OpenSsh implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/sbin/sshd");

  private final Process process;
  private final Path folder;
  private final int port;

  private OpenSsh(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /** Where the server is; empty where OpenSSH's server is not installed. */
  static Optional<Path> installed() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Starts a server that lets this user in by the keys in the folder. */
  static OpenSsh start(Path server, Path folder) throws Exception {
    key(folder.resolve("host_ed25519"), "ed25519", "");
    key(folder.resolve("host_rsa"), "rsa", "");
    key(folder.resolve("user"), "ed25519", "");
    key(folder.resolve("locked"), "rsa", "a long passphrase");
    Files.writeString(
        folder.resolve("authorized"),
        Files.readString(folder.resolve("user.pub"))
            + Files.readString(folder.resolve("locked.pub")));
    int port = freePort();
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        """
        Port %2$d
        ListenAddress 127.0.0.1
        HostKey %1$s/host_rsa
        HostKey %1$s/host_ed25519
        AuthorizedKeysFile %1$s/authorized
        PidFile none
        StrictModes no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        Subsystem sftp internal-sftp
        """
            .formatted(folder, port));
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    Process process =
        new ProcessBuilder(server.toString(), "-D", "-e", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    OpenSsh started = new OpenSsh(process, folder, port);
    started.awaitListening();
    return started;
  }

  private static void key(Path file, String type, String passphrase)
      throws IOException, InterruptedException {
    Process made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", file.toString())
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("ssh-keygen failed");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Ready when a connection is accepted; the server's log tells why it is not. */
  private void awaitListening() throws IOException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException("sshd did not start: " + log(), notYet);
        }
        Thread.onSpinWait();
      }
    }
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  int port() {
    return port;
  }

  /** A file that came with the server, such as {@code user} or {@code host_rsa.pub}. */
  String file(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    try (Stream<ProcessHandle> sessions = process.descendants()) {
      sessions.forEach(ProcessHandle::destroy);
    }
    process.destroy();
    process.onExit().join();
  }
}
