package dev.footfall.sandbox.sftp;

import dev.footfall.sandbox.platform.Injections;
import dev.footfall.sandbox.platform.PlatformDouble;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A loopback SFTP server with one folder a platform. Whatever appears in one under a final name is
 * judged by that platform's checker and goes into its books.
 *
 * <p>Each user has folders of its own. Files live in a temporary folder and go with the server.
 */
public final class SftpServer implements AutoCloseable {
  static final String USER = "sandbox-sftp";
  static final String READ_ONLY = "sandbox-sftp-readonly";
  static final String PASSWORD = "sandbox-sftp-password";
  private static final String HOST = "127.0.0.1";
  private static final Set<String> USERS = Set.of(USER, READ_ONLY);

  private static final List<String> FOLDERS =
      List.of("criteo", "snapchat", "tiktok", "pinterest", "google");

  private final SshServer server = SshServer.setUpDefaultServer();
  private final SftpKeys keys = new SftpKeys();
  private final SftpFaults faults;
  private final Path root;

  private SftpServer(Injections injections, Path root) {
    this.faults = new SftpFaults(injections);
    this.root = root;
  }

  /**
   * Starts a server.
   *
   * @param port 0 for a free one; another is given up for a free one when it is taken
   * @param injections the faults asked of it
   */
  public static SftpServer start(
      int port, List<PlatformDouble> platforms, Injections injections, InstantSource clock)
      throws IOException {
    SftpServer one = new SftpServer(injections, Files.createTempDirectory("footfall-sandbox-sftp"));
    one.configure(platforms, clock);
    try {
      one.server.setPort(port);
      one.server.start();
    } catch (BindException taken) {
      one.server.setPort(0);
      one.server.start();
    }
    return one;
  }

  private void configure(List<PlatformDouble> platforms, InstantSource clock) throws IOException {
    VirtualFileSystemFactory files = new VirtualFileSystemFactory();
    for (String user : USERS) {
      for (String folder : FOLDERS) {
        Files.createDirectories(root.resolve(user).resolve(folder));
      }
      files.setUserHomeDir(user, root.resolve(user));
    }
    Map<String, PlatformDouble> owners = new HashMap<>();
    platforms.forEach(one -> owners.put(one.name(), one));
    SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
    sftp.addSftpEventListener(new SftpListener(faults, new SftpInbox(owners), clock));
    server.setHost(HOST);
    server.setFileSystemFactory(files);
    server.setKeyPairProvider(keys);
    server.setSubsystemFactories(List.of(sftp));
    server.setPasswordAuthenticator(
        (user, password, session) ->
            USERS.contains(user)
                && password.equals(PASSWORD)
                && session.getAttribute(SftpKeys.LOCKED) == null);
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            USERS.contains(user)
                && KeyUtils.compareKeys(key, keys.user().getPublic())
                && session.getAttribute(SftpKeys.LOCKED) == null);
    server.addSessionListener(new Arrivals());
  }

  /** Faults that strike before anybody has logged in. */
  private final class Arrivals implements SessionListener {
    @Override
    public void sessionCreated(Session session) {
      if (faults.strikes(SftpFaults.REFUSE_CONNECTION)) {
        session.close(true);
      } else if (faults.strikes(SftpFaults.HOST_KEY)) {
        session.setAttribute(SftpKeys.LIES, true);
      }
      if (faults.strikes(SftpFaults.REFUSE_LOGIN)) {
        session.setAttribute(SftpKeys.LOCKED, true);
      }
      if (faults.strikes(SftpFaults.NO_POSIX_RENAME)) {
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(session, "fsync@openssh.com=1");
      }
    }
  }

  /** Where it listens, and what its users know. */
  public SftpAddress address() {
    return new SftpAddress(
        HOST, server.getPort(), USER, PASSWORD, keys.hostKey(), SftpKeys.userKey());
  }

  /** The names of the files in a folder such as {@code /criteo}, hidden ones among them. */
  public List<String> files(String folder) throws IOException {
    Path home = root.resolve(USER);
    Path asked = home.resolve(folder.replaceFirst("^/+", "")).normalize();
    if (!asked.startsWith(home) || !Files.isDirectory(asked)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(asked)) {
      return all.map(one -> String.valueOf(one.getFileName())).sorted().toList();
    }
  }

  /** The bytes of a file in a folder such as {@code /criteo}. */
  public byte[] content(String folder, String name) throws IOException {
    return Files.readAllBytes(
        root.resolve(USER).resolve(folder.replaceFirst("^/+", "")).resolve(name));
  }

  /** Forgets every file. */
  public void reset() throws IOException {
    clear(false);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
    clear(true);
  }

  private void clear(boolean folders) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException fault)
              throws IOException {
            if (folders) {
              Files.deleteIfExists(folder);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
