package dev.footfall.sandbox.criteo;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and an SFTP client of its own that visits it. */
abstract class CriteoVisit {
  static final String EXAMPLE = Running.resource(CriteoVisit.class, "worked-example.csv");
  static final Duration PATIENCE = Duration.ofSeconds(20);

  final List<String> shown = new ArrayList<>();
  Running running;
  SshClient client;

  @BeforeEach
  void start() {
    running = Running.at("2026-11-20T06:00:00Z");
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(
        (session, address, key) -> {
          shown.add(PublicKeyEntry.toString(key));
          return true;
        });
    client.start();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    running.close();
  }

  interface Work {
    void with(SftpClient sftp) throws IOException;
  }

  final SftpAddress address() {
    return running.sandbox().sftp();
  }

  final void connected(String user, Work work) throws IOException {
    try (ClientSession session =
        client.connect(user, address().host(), address().port()).verify(PATIENCE).getSession()) {
      session.addPasswordIdentity(address().password());
      session.auth().verify(PATIENCE);
      try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
        work.with(sftp);
      }
    }
  }

  final void send(String path, byte[] content) throws IOException {
    connected(
        address().user(),
        sftp -> {
          String part = path.replaceFirst("/([^/]+)$", "/.$1.part");
          write(sftp, part, content);
          sftp.getExtension(OpenSSHPosixRenameExtension.class).posixRename(part, path);
        });
  }

  static void write(SftpClient sftp, String path, byte[] content) throws IOException {
    try (OutputStream out = sftp.write(path)) {
      out.write(content);
    }
  }

  final void send(String path, String content) throws IOException {
    send(path, content.getBytes(StandardCharsets.UTF_8));
  }

  final void inject(Injection injection) {
    running.sandbox().inject("criteo", injection);
  }

  final Counters counters() {
    return running.sandbox().counters("criteo");
  }
}
