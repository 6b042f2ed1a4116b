package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of every platform that takes them, from a query to an SFTP server. */
class SftpRunTest {
  private static final String ORDERS =
      """
      order_id,email,timestamp,product_id,price,quantity,currency,given_name,surname,postal,country
      O1,jane@example.com,2026-11-20T10:00:00Z,p1,10.00,2,USD,Jane,Doe,10001,US
      O2,joe@example.com,2026-11-20T11:00:00Z,p2,5.00,1,USD,Joe,Doe,10001,US
      O3,,2026-11-20T12:00:00Z,p3,7.50,1,USD,,,,US
      """;
  private static final String LATER =
      "O4,ann@example.com,2026-11-21T09:00:00Z,p4,1.00,1,USD,Ann,Doe,10001,US\n";

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        sftp: { username: %3$s, passphrase: "${env:SFTP_PASSWORD}" }
        key: { username: %3$s, private_key: "${file:id}" }
        wrong: { username: %3$s, passphrase: "${env:WRONG}" }
      destinations:
        criteo:
          type: criteo
          credential: sftp
          settings: { file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /criteo, success_file: true }
        snapchat:
          type: snapchat
          credential: key
          settings: { file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /snapchat, compression: gzip }
        tiktok:
          type: tiktok
          credential: sftp
          settings: { mode: csv_file, file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /tiktok }
        pinterest:
          type: pinterest
          credential: sftp
          settings: { mode: csv_file, file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /pinterest }
        google:
          type: google-enhanced-conversions
          credential: sftp
          settings: { mode: store_sales_csv, conversion_action_name: Store, loyalty_rate: "0.5", transaction_upload_rate: "1", customer_id: "1234567890", file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /google }
        wrong:
          type: criteo
          credential: wrong
          settings: { file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /criteo }
      orchestrations:
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    SftpAddress server = sandbox.sftp();
    StringBuilder project =
        new StringBuilder(
            PROJECT.formatted(server.host(), server.port(), server.user(), server.hostKey()));
    for (String name :
        new String[] {"criteo", "snapchat", "tiktok", "pinterest", "google", "wrong"}) {
      project.append(
          "  %1$s: { source: drops, query: queries/orders.sql, destination: %1$s, columns: canonical, timezone: UTC }%n"
              .formatted(name));
    }
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("SFTP_PASSWORD", server.password(), "WRONG", "not-the-password"))
            .write("id", server.privateKey())
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", project.toString());
  }

  private JsonNode run(String orchestration, int code) throws Exception {
    Typed.Answer answer = typed.run(orchestration, "--json");
    assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(code);
    assertThat(answer.out() + answer.err())
        .doesNotContain(sandbox.sftp().password(), "not-the-password", "PRIVATE KEY");
    JsonNode report = answer.json();
    assertThat(sum(report.get("rows"))).as(answer.out()).isEqualTo(report.at("/rows/read").asInt());
    return report;
  }

  /** All fates of rows; the books balance. */
  private static int sum(JsonNode rows) {
    Map<String, Integer> fates = new LinkedHashMap<>();
    rows.properties()
        .forEach(
            fate ->
                fates.put(
                    fate.getKey(),
                    fate.getValue().isObject()
                        ? fate.getValue().valueStream().mapToInt(JsonNode::asInt).sum()
                        : fate.getValue().asInt()));
    fates.remove("read");
    return fates.values().stream().mapToInt(Integer::intValue).sum();
  }

  @ParameterizedTest
  @CsvSource({
    "criteo,offline_sales_20261121.csv",
    "snapchat,snapchat_offline_events_20261121_120000.csv.gz",
    "tiktok,",
    "pinterest,",
    "google,google_store_sales_20261121T120000Z_01.csv"
  })
  void rows_arrive_once_on_the_server_and_in_the_platforms_books(String platform, String name)
      throws Exception {
    JsonNode first = run(platform, 0);

    assertThat(first.at("/rows/accepted").intValue()).as(first.toString()).isEqualTo(2);
    assertThat(first.at("/rows/rejected/MISSING_IDENTITY").intValue()).isEqualTo(1);
    assertThat(sandbox.sftpFiles("/" + platform)).noneMatch(file -> file.startsWith("."));
    if (name != null) {
      assertThat(sandbox.sftpFiles("/" + platform)).contains(name);
    }
    assertThat(sandbox.refusals(platform, 10)).isEmpty();
    assertThat(sandbox.counters(platform).kept()).isEqualTo(2);
    assertThat(folder.resolve(".footfall/outgoing")).isEmptyDirectory();
    int files = sandbox.sftpFiles("/" + platform).size();

    assertThat(run(platform, 0).at("/rows/already_delivered").intValue()).isEqualTo(2);
    assertThat(sandbox.sftpFiles("/" + platform)).hasSize(files);
  }

  @Test
  void new_rows_of_one_day_become_a_second_file() throws Exception {
    run("criteo", 0);
    typed.write("data/orders.csv", ORDERS + LATER);
    run("criteo", 0);

    assertThat(sandbox.sftpFiles("/criteo"))
        .containsExactly(
            "offline_sales_20261121.csv",
            "offline_sales_20261121.csv.DONE",
            "offline_sales_20261121_0000002.csv",
            "offline_sales_20261121_0000002.csv.DONE");
    assertThat(sandbox.counters("criteo").kept()).isEqualTo(3);
  }

  @Test
  void a_wrong_password_stops_the_run_and_its_rows_go_with_the_next() throws Exception {
    JsonNode report = run("wrong", 4);

    assertThat(report.at("/rows/not_sent").intValue()).as(report.toString()).isEqualTo(2);
    assertThat(report.toString()).contains("CREDENTIALS_REJECTED");
    assertThat(sandbox.sftpFiles("/criteo")).isEmpty();
  }

  @Test
  void another_host_key_stops_the_run_before_anything_is_sent() throws Exception {
    sandbox.inject("criteo", Injection.next("host_key").times(Injection.ALWAYS));

    assertThat(run("criteo", 4).toString()).contains("HOST_KEY_MISMATCH");
    assertThat(sandbox.sftpFiles("/criteo")).isEmpty();
  }

  @Test
  void a_connection_that_drops_at_half_is_made_again() throws Exception {
    sandbox.inject("criteo", Injection.next("drop_at").with("bytes", 100));

    assertThat(run("criteo", 0).at("/rows/accepted").intValue()).isEqualTo(2);
    assertThat(sandbox.counters("criteo").kept()).isEqualTo(2);
  }

  @Test
  void the_connection_is_checked() {
    Typed.Answer answer = typed.type("validate", "--connect");

    assertThat(answer.out())
        .contains("criteo (criteo): ok: sftp://127.0.0.1:")
        .contains("snapchat (snapchat): ok: ")
        .contains("wrong (wrong): CREDENTIALS_REJECTED");
    assertThat(answer.code()).isEqualTo(4);
  }

  @Test
  void what_the_settings_lack_is_said_before_anything_runs() throws Exception {
    String project = Files.readString(folder.resolve("footfall.yaml"));
    typed.write("footfall.yaml", project.replace(", remote_folder: /criteo", ""));

    assertThat(typed.type("validate").err()).contains("remote_folder").contains("sftp");
    assertThat(typed.type("run", "criteo").code()).isEqualTo(1);

    typed.write("footfall.yaml", project.replace("    credential: sftp\n", ""));
    assertThat(typed.type("validate").err()).contains("destination 'criteo' lacks 'credential'");
  }
}
