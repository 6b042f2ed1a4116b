package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.TokenState;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Customers who exist nowhere else go all ways through the product; then every byte that it wrote
 * and every address that it called is searched for them, for hashes of them and for secrets.
 * Requests' bodies and upload files may hold hashes; {@code preview}, {@code explain} and {@code
 * query --reveal} show what one asks them for.
 */
class LeakTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "META_TOKEN", "geheimwort-meta-x8Qz71",
          "META_SECRET", "sandbox-meta-app-secret",
          "WRONG_TOKEN", "geheimwort-falsch-p0Wd33",
          "TIKTOK_SECRET", "sandbox-tiktok-app-secret",
          "TIKTOK_CODE", "sandbox-tiktok-auth-code-geheim-7Yh",
          "TIKTOK_TOKEN", "geheimwort-tiktok-Zk22",
          "PINTEREST_TOKEN", "geheimwort-pinterest-Uu91");

  /** Meta documents the exchange of a token as a GET; nothing of it may be printed or kept. */
  private static final String ONLY_IN_THE_ADDRESS = "grant_type=fb_exchange_token";

  @TempDir Path folder;
  private Sandbox sandbox;
  private Wiretap tap;
  private Path root;
  private Path temporary;

  @BeforeEach
  void open() throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .token("meta", SECRETS.get("META_TOKEN"), TokenState.GOOD)
                .token("tiktok", SECRETS.get("TIKTOK_TOKEN"), TokenState.GOOD)
                .token("pinterest", SECRETS.get("PINTEREST_TOKEN"), TokenState.GOOD)
                .target("meta", "22222222")
                .target("meta", "33333333")
                .target("pinterest", "44444444"));
    tap = Wiretap.before(URI.create(sandbox.page()));
    root = folder.resolve("shop");
    temporary = folder.resolve("tmp");
    new Shop(root).write(tap.address());
  }

  @AfterEach
  void close() {
    tap.close();
    sandbox.close();
  }

  private Operator operator() throws IOException {
    return Operator.in(root, temporary, SECRETS, List.of());
  }

  private Sent sent() {
    return new Sent(tap, root.resolve("outbox"));
  }

  /** People, secrets, and the hashes of people. */
  private Canaries known() {
    Canaries canaries = Canaries.ofPeople();
    SECRETS.values().forEach(secret -> canaries.word(secret).hashesOf(secret));
    for (int i = 0; i < Shop.PEOPLE; i++) {
      canaries.hashesOf(Shop.email(i)).hashesOf(Shop.email(i).toLowerCase(Locale.ROOT));
    }
    return canaries;
  }

  /** The same, and everything secret that was on the wire. */
  private Canaries knownFromTheWire() throws IOException {
    Canaries canaries = known().hashes(sent().hashes());
    sent().tokens().forEach(canaries::word);
    return canaries;
  }

  /** All that leaked, so that one failure shows everything. */
  private void nothingLeaked(Operator operator, Canaries canaries) throws IOException {
    List<String> leaks = new ArrayList<>();
    operator
        .everything()
        .lines()
        .forEach(line -> canaries.in(line).ifPresent(leak -> leaks.add("printed: " + leak)));
    Path keys = root.resolve(".footfall/token-keys");
    if (Files.exists(keys)) {
      Files.readAllLines(keys).stream()
          .filter(line -> !line.startsWith("#") && operator.everything().contains(line))
          .forEach(line -> leaks.add("printed: a token key"));
    }
    leaks.addAll(FolderWatch.once(List.of(root.resolve(".footfall"), temporary), canaries));
    try (Stream<Path> written = Files.list(root)) {
      for (Path file : written.filter(f -> f.toString().matches(".*\\.((nd)?json|csv)")).toList()) {
        Files.readString(file)
            .lines()
            .forEach(line -> canaries.in(line).ifPresent(leak -> leaks.add(file + ": " + leak)));
      }
    }
    tap.calls().stream()
        .filter(call -> !call.url().contains(ONLY_IN_THE_ADDRESS))
        .forEach(call -> canaries.in(call.url()).ifPresent(leak -> leaks.add("URL: " + leak)));
    assertThat(leaks.stream().distinct().limit(40)).isEmpty();
  }

  @Test
  void a_projects_whole_life_leaves_no_trace_of_a_person_or_a_secret() throws Exception {
    List<String> leaks;
    try (Operator operator = operator();
        FolderWatch watch =
            FolderWatch.over(List.of(root.resolve(".footfall"), temporary), known())) {
      assertThat(operator.type("validate").err()).contains("error");
      operator.type("query", "sales", "--source", "drops", "--limit", "70");
      operator.type("query", "sales", "--source", "drops", "--limit", "70", "--json");
      String[] all = {"meta", "tiktok", "pinterest", "tiktok-files", "pinterest-files"};
      operator.type(run(all, "--dry-run", "-v", "--report", "dry.json", "--rejects", "dry.ndjson"));
      assertThat(tap.calls().stream().filter(call -> call.body().contains("event_time"))).isEmpty();
      Operator.Answer sent =
          operator.type(run(all, "-v", "--report", "r.json", "--rejects", "rejects.csv"));
      assertThat(sent.code()).as(sent.out() + sent.err()).isZero();
      operator.type(run(all, "--json"));
      assertThat(operator.type(run(new String[] {"meta4"}, "-v")).code()).isEqualTo(4);
      lookBack(operator);
      leaks = watch.leaks();
      assertThat(sent().hashes()).hasSizeGreaterThan(4 * Shop.PEOPLE);
      assertThat(sent().tokens()).hasSizeGreaterThan(1);
      nothingLeaked(operator, knownFromTheWire());
    }
    assertThat(leaks).as("while it ran").isEmpty();
    bodiesHoldHashesOnly();
    onlyTheOwnerMayRead();
  }

  private void onlyTheOwnerMayRead() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String written : List.of("r.json", "dry.json", "rejects.csv", "dry.ndjson")) {
      files.add(root.resolve(written));
    }
    try (Stream<Path> kept = Files.walk(root.resolve(".footfall"))) {
      kept.forEach(files::add);
    }
    for (Path file : files) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as("%s", file)
          .endsWith("------");
    }
  }

  private static void lookBack(Operator operator) throws IOException {
    operator.type("runs");
    operator.type("runs", "--json");
    operator.type("report");
    operator.type("report", "--json");
    operator.type("secrets");
    operator.type("secrets", "rotate", "--json");
    operator.type("quarantine");
    operator.type("quarantine", "--list", "--json");
    for (String order : List.of("ORD-1", "ORD-old", "ORD-mail", Shop.TELLING_ORDER)) {
      operator.type("trace", order, "--orchestration", "meta", "--json");
      operator.type("trace", order, "--orchestration", "tiktok");
    }
  }

  /** Advertising and click ids go out as they are. */
  private void bodiesHoldHashesOnly() throws IOException {
    Canaries plain = Canaries.ofPeople().without(Canaries.MAID).without(Canaries.CLICK);
    for (Wiretap.Call call : tap.calls()) {
      assertThat(plain.in(call.body())).as("body of a request to " + call.url()).isEmpty();
    }
    assertThat(sent().files()).hasSizeGreaterThan(1);
    for (Path file : sent().files()) {
      assertThat(plain.in(Files.readAllBytes(file))).as(file.toString()).isEmpty();
    }
  }

  private static String[] run(String[] names, String... options) {
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(names));
    words.addAll(List.of(options));
    return words.toArray(String[]::new);
  }

  @Test
  void what_a_platform_quotes_of_a_request_is_not_repeated() throws Exception {
    try (Operator operator = operator()) {
      quote("meta", 400, "{\"error\":{\"code\":100,\"message\":\"QUOTED\"}}");
      quote("tiktok", 200, "{\"code\":40002,\"message\":\"Data.0.user.email: QUOTED\"}");
      quote("pinterest", 400, "{\"code\":1,\"message\":\"QUOTED\"}");
      String[] all = {"meta2", "tiktok2", "pinterest2"};
      Operator.Answer answer =
          operator.type(run(all, "-v", "--report", "r.json", "--rejects", "rejects.ndjson"));
      assertThat(answer.code()).as(answer.out() + answer.err()).isIn(3, 4);
      lookBack(operator);
      nothingLeaked(operator, knownFromTheWire());
    }
  }

  /** The platform answers every request with what it should have kept to itself. */
  private void quote(String platform, int status, String body) {
    String quoted =
        "%s, hashed %s, phone +12125550001, token %s, born 1931-02-17"
            .formatted(
                Shop.email(1),
                HexFormat.of().formatHex(sha256(Shop.email(1).toLowerCase(Locale.ROOT))),
                SECRETS.get(platform.toUpperCase(Locale.ROOT) + "_TOKEN"));
    sandbox.inject(
        platform,
        Injection.next("status")
            .times(Injection.ALWAYS)
            .with("status", status)
            .with("body", body.replace("QUOTED", quoted)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_query_or_file_that_fails_on_a_value_does_not_quote_it() throws Exception {
    try (Operator operator = operator()) {
      for (String name : List.of("cast", "date", "date-native", "compare", "json", "broken")) {
        Operator.Answer answer = operator.type("run", name, "-v");
        assertThat(answer.code()).as(name + answer.out() + answer.err()).isIn(0, 1);
      }
      for (String name : List.of("cast", "date", "compare", "json")) {
        operator.type("query", name, "--source", "drops", "-v");
        operator.type("query", name, "--source", "drops", "--dialect", "native", "-v");
      }
      operator.type("query", "sales", "--source", "rubbish", "-v");
      operator.type("validate", "-v");
      nothingLeaked(operator, known());
    }
  }

  @Test
  void a_killed_run_leaves_nothing_that_can_be_read() throws Exception {
    new Shop(root).grow(120_000);
    sandbox.inject("meta", Injection.next("slow").times(Injection.ALWAYS).with("delay_ms", 2000));
    Canaries canaries = known();
    List<Path> folders = List.of(root.resolve(".footfall"), temporary);
    try (FolderWatch watch = FolderWatch.over(folders, canaries)) {
      Operator operator = operator();
      operator.begin("run", "many", "-v", "--rejects", "rejects.ndjson");
      while (sandbox.requests("meta", 10).isEmpty() && tap.calls().isEmpty()) {
        assertThat(operator.isAlive()).isTrue();
        LockSupport.parkNanos(10_000_000);
      }
      operator.kill();
      operator.close();
      nothingLeaked(operator, knownFromTheWire());
      assertThat(watch.leaks()).as("while it ran").isEmpty();
    }
    sandbox.reset();
    try (Operator operator = operator()) {
      assertThat(operator.type("run", "meta2").code()).isZero();
      try (Stream<Path> left = Files.list(root.resolve(".footfall/tmp"))) {
        assertThat(left).as("what the killed run spilled").isEmpty();
      }
      nothingLeaked(operator, knownFromTheWire());
    }
  }
}
