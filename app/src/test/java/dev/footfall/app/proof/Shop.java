package dev.footfall.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A project whose customers are {@link Canaries}.
 *
 * @param root its folder
 */
record Shop(Path root) {
  static final int PEOPLE = 60;

  /** An order's number that names a person. */
  static final String TELLING_ORDER = Canaries.EMAIL + "-bestellung@" + Canaries.DOMAIN;

  private static final String HEADER =
      "external_id,email,phone,given_name,surname,birthdate,gender,city,state,postal,country,maid,"
          + "click_id,order_id,timestamp,product_id,price,quantity,currency\n";

  static String email(int person) {
    return "%s.%s@%s"
        .formatted(
            Canaries.EMAIL.toUpperCase(Locale.ROOT), Canaries.letters(person), Canaries.DOMAIN);
  }

  private static String line(int person, String order, Instant time, String currency) {
    return String.join(
            ",",
            Canaries.CUSTOMER + person,
            email(person),
            "(212) 555-%04d".formatted(person % 10_000),
            Canaries.GIVEN + Canaries.letters(person),
            Canaries.SURNAME + Canaries.letters(person),
            Canaries.BIRTHDATE,
            "F",
            Canaries.CITY,
            "Ontario",
            Canaries.POSTAL,
            "CA",
            Canaries.MAID + "%012X".formatted(person),
            Canaries.CLICK + person,
            order,
            time.toString(),
            "SKU-" + person % 50,
            "12.50",
            "2",
            currency)
        + "\n";
  }

  private static String orders() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant yesterday = now.minus(1, ChronoUnit.DAYS);
    return HEADER
        + IntStream.range(0, PEOPLE)
            .mapToObj(i -> line(i, "ORD-" + i / 2, yesterday, "CAD"))
            .collect(Collectors.joining())
        + line(PEOPLE, "ORD-old", now.minus(300, ChronoUnit.DAYS), "CAD")
        + line(PEOPLE + 1, "ORD-yen", yesterday, "QQQ")
        + line(PEOPLE + 2, TELLING_ORDER, yesterday, "QQQ")
        + line(PEOPLE + 3, "", yesterday, "CAD")
        + line(PEOPLE + 4, "ORD-mail", yesterday, "CAD").replace("@", " at ")
        + line(PEOPLE + 5, "ORD-phone", yesterday, "CAD").replace("(212) 555-", "(212) 555-99999");
  }

  /** Writes the tables and queries, and a project that reaches the platforms at that address. */
  Shop write(String address) {
    write("data/sales.csv", orders());
    write("queries/sales.sql", "SELECT * FROM sales");
    write("queries/cast.sql", "SELECT CAST(email AS INTEGER) AS email FROM sales");
    write("queries/date.sql", "SELECT CAST(given_name AS DATE) AS x, * FROM sales");
    write("queries/compare.sql", "SELECT * FROM sales WHERE phone > 5");
    write("queries/many.sql", "SELECT * FROM sales");
    write("queries/json.sql", "SELECT json_parse(email) AS x, * FROM sales");
    write("broken/sales.csv", HEADER + "a,b\n" + orders().replace(",CAD", ",CAD,\"x"));
    write("footfall.yaml", YAML.replace("ADDRESS", address));
    return this;
  }

  /** Adds people until there are that many rows, two an order. */
  void grow(int rows) throws IOException {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    try (var writer = Files.newBufferedWriter(root.resolve("data/many.csv"))) {
      writer.write(HEADER);
      for (int i = 0; i < rows; i++) {
        writer.write(line(i, "MANY-" + Math.floorMod(i * 7919, rows) / 2, yesterday, "CAD"));
      }
    }
    write("queries/many.sql", "SELECT * FROM many");
  }

  private void write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static final String YAML =
      """
      sources:
        drops: { type: files, path: data }
        rubbish: { type: files, path: broken }
      credentials:
        meta:
          access_token: "${env:META_TOKEN}"
          token_kind: user_long_lived
          app_id: "1000000000000001"
          app_secret: "${env:META_SECRET}"
        meta-plain: { access_token: "${env:META_TOKEN}" }
        meta-wrong: { access_token: "${env:WRONG_TOKEN}" }
        tiktok:
          app_id: "7100000000000000001"
          app_secret: "${env:TIKTOK_SECRET}"
          auth_code: "${env:TIKTOK_CODE}"
        tiktok-plain: { access_token: "${env:TIKTOK_TOKEN}" }
        pinterest: { conversion_access_token: "${env:PINTEREST_TOKEN}" }
      destinations:
        meta: { type: meta, credential: meta, settings: { dataset_id: "1234567890", base_url: "ADDRESS/meta" } }
        meta2: { type: meta, credential: meta-plain, settings: { dataset_id: "22222222", base_url: "ADDRESS/meta" } }
        meta3: { type: meta, credential: meta-plain, settings: { dataset_id: "33333333", base_url: "ADDRESS/meta" } }
        meta4: { type: meta, credential: meta-wrong, settings: { dataset_id: "22222222", base_url: "ADDRESS/meta" } }
        tiktok:
          type: tiktok
          credential: tiktok
          settings: { auth_mode: oauth, advertiser_id: "7654321098765432100", event_set_id: "7654321098765432109", base_url: "ADDRESS/tiktok" }
        tiktok2:
          type: tiktok
          credential: tiktok-plain
          settings: { advertiser_id: "7654321098765432100", event_set_id: "7654321098765432110", base_url: "ADDRESS/tiktok" }
        tiktok-files: { type: tiktok, settings: { mode: csv_file } }
        pinterest: { type: pinterest, credential: pinterest, settings: { ad_account_id: "549755885175", base_url: "ADDRESS/pinterest" } }
        pinterest2: { type: pinterest, credential: pinterest, settings: { ad_account_id: "44444444", base_url: "ADDRESS/pinterest" } }
        pinterest-files: { type: pinterest, settings: { mode: csv_file } }
      orchestrations:
        meta: { source: drops, query: queries/sales.sql, columns: canonical, destination: meta, timezone: UTC }
        tiktok: { source: drops, query: queries/sales.sql, columns: canonical, destination: tiktok, timezone: UTC }
        pinterest: { source: drops, query: queries/sales.sql, columns: canonical, destination: pinterest, timezone: UTC }
        tiktok-files: { source: drops, query: queries/sales.sql, columns: canonical, destination: tiktok-files, timezone: UTC }
        pinterest-files: { source: drops, query: queries/sales.sql, columns: canonical, destination: pinterest-files, timezone: UTC }
        meta2: { source: drops, query: queries/sales.sql, columns: canonical, destination: meta2, timezone: UTC }
        tiktok2: { source: drops, query: queries/sales.sql, columns: canonical, destination: tiktok2, timezone: UTC }
        pinterest2: { source: drops, query: queries/sales.sql, columns: canonical, destination: pinterest2, timezone: UTC }
        meta4: { source: drops, query: queries/sales.sql, columns: canonical, destination: meta4, timezone: UTC }
        cast: { source: drops, query: queries/cast.sql, columns: canonical, destination: meta2, timezone: UTC }
        date: { source: drops, query: queries/date.sql, columns: canonical, destination: meta2, timezone: UTC }
        date-native: { source: drops, query: queries/date.sql, dialect: native, columns: canonical, destination: meta2, timezone: UTC }
        compare: { source: drops, query: queries/compare.sql, dialect: native, columns: canonical, destination: meta2, timezone: UTC }
        json: { source: drops, query: queries/json.sql, columns: canonical, destination: meta2, timezone: UTC }
        broken: { source: rubbish, query: queries/sales.sql, columns: canonical, destination: meta2, timezone: UTC }
        many: { source: drops, query: queries/many.sql, columns: canonical, destination: meta3, timezone: UTC }
      """;
}
