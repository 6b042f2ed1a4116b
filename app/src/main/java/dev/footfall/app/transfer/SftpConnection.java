package dev.footfall.app.transfer;

import dev.footfall.core.file.FilePlace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** One open connection to a server's folder. Knows nothing of this user's own SSH settings. */
final class SftpConnection implements AutoCloseable {
  private final SshClient client;
  private final SftpClient sftp;
  private final String folder;

  private SftpConnection(SshClient client, SftpClient sftp, String folder) {
    this.client = client;
    this.sftp = sftp;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** Hears that the server is reached and judges who logs in. */
  interface Progress {
    void loggingIn(boolean isTrue);
  }

  /** Connects, logs in, and looks for the folder. */
  static SftpConnection open(
      FilePlace.Sftp place,
      SftpLogin login,
      HostKeyCheck hostKey,
      SftpPatience patience,
      Progress progress)
      throws IOException {
    SshClient client = client(hostKey, patience);
    try {
      ClientSession session =
          client
              .connect(login.username(), place.host(), place.port())
              .verify(patience.connecting())
              .getSession();
      Optional<KeyPair> key = login.keyPair();
      key.ifPresent(session::addPublicKeyIdentity);
      login.password().ifPresent(word -> session.addPasswordIdentity(word.reveal()));
      progress.loggingIn(true);
      session.auth().verify(patience.loggingIn());
      progress.loggingIn(false);
      SftpClient sftp = SftpClientFactory.instance().createSftpClient(session);
      sftp.stat(place.folder());
      return new SftpConnection(client, sftp, place.folder());
    } catch (IOException | RuntimeException failed) {
      client.stop();
      throw failed;
    }
  }

  private static SshClient client(HostKeyCheck hostKey, SftpPatience patience) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(hostKey);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(
        List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
    hostKey
        .known()
        .ifPresent(
            key -> client.setSignatureFactories(key.preferred(client.getSignatureFactories())));
    CoreModuleProperties.IDLE_TIMEOUT.set(client, patience.silence());
    client.start();
    return client;
  }

  boolean isOpen() {
    return sftp.isOpen();
  }

  /** Writes a file's bytes, over what is there. What was written in vain is removed. */
  void write(Path file, String name) throws IOException {
    try {
      try (OutputStream out =
          sftp.write(
              folder + name,
              SftpClient.OpenMode.Write,
              SftpClient.OpenMode.Create,
              SftpClient.OpenMode.Truncate)) {
        Files.copy(file, out);
      }
      if (size(name) != Files.size(file)) {
        throw new Attempt.WrongSize();
      }
    } catch (SftpException | Attempt.WrongSize failed) {
      removeQuietly(name);
      throw failed;
    }
  }

  private void removeQuietly(String name) {
    try {
      sftp.remove(folder + name);
    } catch (IOException missing) {
      // the failure that led here counts
    }
  }

  /** A file's size; −1 when it is not there. */
  long size(String name) throws IOException {
    try {
      return sftp.stat(folder + name).getSize();
    } catch (SftpException fault) {
      if (fault.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return -1;
      }
      throw fault;
    }
  }

  boolean has(String name) throws IOException {
    return size(name) >= 0;
  }

  void remove(String name) throws IOException {
    if (has(name)) {
      sftp.remove(folder + name);
    }
  }

  /**
   * Gives a file its name; servers refuse one that is taken. A file that is gone has its name: what
   * was asked for over a connection that broke may be done later.
   */
  void rename(String from, String to) throws IOException {
    try {
      sftp.rename(folder + from, folder + to);
    } catch (SftpException refused) {
      if (has(from)) {
        throw refused;
      }
    }
  }

  @Override
  public void close() {
    client.stop();
  }
}
