package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxCommandTest {
  @TempDir Path folder;

  @Test
  void it_serves_until_it_is_interrupted() {
    Thread.currentThread().interrupt();
    Typed.Answer answer = Typed.in(folder).type("sandbox", "--port", "0");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("http://127.0.0.1:").contains("meta", "base_url");
    assertThat(answer.err()).contains("Nothing leaves this machine");
  }

  @Test
  void a_taken_port_is_wrong_input() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Typed.Answer answer = Typed.in(folder).type("sandbox", "--port", port);
      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.err()).contains("cannot listen on port " + port);
    }
  }
}
