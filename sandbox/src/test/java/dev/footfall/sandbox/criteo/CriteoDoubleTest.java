package dev.footfall.sandbox.criteo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Injection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files sent to the sandbox, and how they are judged. */
class CriteoDoubleTest extends CriteoVisit {
  @Test
  void file_is_judged_when_it_has_its_final_name() throws IOException {
    connected(
        address().user(),
        sftp -> {
          write(sftp, "/criteo/.a.csv.part", EXAMPLE.getBytes(StandardCharsets.UTF_8));
          assertThat(counters().received()).isZero();
          assertThat(sftp.stat("/criteo/.a.csv.part").getSize()).isEqualTo(EXAMPLE.length());
          sftp.rename("/criteo/.a.csv.part", "/criteo/a.csv");
        });
    assertThat(counters().kept()).isEqualTo(4);
    assertThat(running.sandbox().sftpFiles("/criteo")).containsExactly("a.csv");
    JsonNode orders = running.sandbox().view("criteo", "orders", "SO-100234").orElseThrow();
    assertThat(orders.at("/SO-100234/value").asText()).isEqualTo("64.30");
    assertThat(orders.at("/SO-100234/value_times_quantity").asText()).isEqualTo("104.10");
  }

  @Test
  void lines_seen_in_an_earlier_file_are_duplicates_and_posix_rename_overwrites()
      throws IOException {
    send("/criteo/a.csv", EXAMPLE);
    send("/criteo/a.csv", EXAMPLE);
    assertThat(counters().kept()).isEqualTo(4);
    assertThat(counters().duplicates()).isEqualTo(4);
  }

  @Test
  void bad_lines_are_refused_alone_and_bad_headers_refuse_all() throws IOException {
    send("/criteo/a.csv", EXAMPLE.replace("24.50", "free"));
    assertThat(counters().kept()).isEqualTo(3);
    assertThat(counters().refused()).isEqualTo(1);
    send("/criteo/b.csv", EXAMPLE.replace("user_key_1,", "key,"));
    assertThat(counters().refused()).isEqualTo(5);
    send("/criteo/c.csv", EXAMPLE.replace("S-022", "sam@example.org"));
    assertThat(counters().personalData()).isEqualTo(1);
    assertThat(counters().received()).isEqualTo(12);
  }

  @Test
  void packed_files_and_other_platforms_folders_are_judged() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(EXAMPLE.getBytes(StandardCharsets.UTF_8));
    }
    send("/criteo/a.csv.gz", packed.toByteArray());
    assertThat(counters().kept()).isEqualTo(4);
    send("/criteo/broken.csv.gz", "no gzip");
    assertThat(running.sandbox().refusals("criteo", 1).get(0).reason()).contains("cannot be read");
    send(
        "/snapchat/s.csv",
        """
        email,timestamp
        67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448,2026-11-18T15:09:26Z
        """);
    assertThat(running.sandbox().counters("snapchat").kept()).isEqualTo(1);
    assertThat(running.sandbox().requests("snapchat", 1).get(0).target()).contains("/snapchat/");
  }

  @Test
  void done_files_come_last_and_nothing_is_left_behind() throws IOException {
    send("/criteo/a.csv.DONE", "");
    assertThat(running.sandbox().refusals("criteo", 1).get(0).reason()).contains("before its file");
    connected(address().user(), sftp -> write(sftp, "/criteo/.old.csv.part", new byte[] {'x'}));
    send("/criteo/a.csv", EXAMPLE);
    assertThat(running.sandbox().refusals("criteo", 1).get(0).reason()).contains("left behind");
    send("/criteo/a.csv.DONE", "");
    assertThat(running.sandbox().refusals("criteo", 9)).hasSize(2);
    running.sandbox().reset();
    assertThat(running.sandbox().sftpFiles("/criteo")).isEmpty();
    send("/criteo/b.csv", EXAMPLE);
  }

  @Test
  void poisoned_orders_are_refused_and_http_is_not_spoken() throws IOException {
    inject(Injection.next("poison").with("event_id", "SO-100234"));
    send("/criteo/a.csv", EXAMPLE);
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(running.get("/criteo/anything").statusCode()).isEqualTo(404);
  }
}
