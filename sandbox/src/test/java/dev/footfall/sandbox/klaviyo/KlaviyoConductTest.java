package dev.footfall.sandbox.klaviyo;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Klaviyo beyond bulk profiles: single ones, jobs and their failures. */
class KlaviyoConductTest extends KlaviyoVisit {
  private static final String IMPORT = "/api/profile-import";

  private JsonNode get(String path) throws IOException {
    return json(running.get("/klaviyo" + path, "Authorization", KEY, "revision", "2026-07-15"));
  }

  private static String single(String attributes) {
    return "{\"data\":{\"type\":\"profile\",\"attributes\":" + attributes + "}}";
  }

  @Test
  void single_profiles_are_created_updated_and_in_conflict() throws IOException {
    HttpResponse<String> created = post(IMPORT, single("{\"email\":\"a@example.org\"}"));
    assertThat(created.statusCode()).isEqualTo(201);
    String id = json(created).at("/data/id").asText();
    String both = single("{\"email\":\"a@example.org\",\"phone_number\":\"+12062345678\"}");
    assertThat(post(IMPORT, both).statusCode()).isEqualTo(200);
    post(IMPORT, single("{\"email\":\"b@example.org\"}"));
    HttpResponse<String> clash =
        post(IMPORT, single("{\"email\":\"b@example.org\",\"phone_number\":\"+12062345678\"}"));
    assertThat(clash.statusCode()).isEqualTo(409);
    assertThat(json(clash).at("/errors/0/code").asText()).isEqualTo("duplicate_profile");
    assertThat(json(clash).at("/errors/0/meta/duplicate_profile_id").asText()).isNotEmpty();
    String list =
        json(post("/api/lists", "{\"data\":{\"type\":\"list\",\"attributes\":{\"name\":\"L\"}}}"))
            .at("/data/id")
            .asText();
    String members = "{\"data\":[{\"type\":\"profile\",\"id\":\"" + id + "\"}]}";
    String path = "/api/lists/" + list + "/relationships/profiles";
    assertThat(post(path, members).statusCode()).isEqualTo(204);
    assertThat(post(path, members.replace(id, "x")).statusCode()).isEqualTo(404);
  }

  @Test
  void jobs_go_as_they_are_told() throws IOException {
    inject(Injection.next("job").with("stays", "queued").with("looks", 2));
    String path = JOBS + "/" + json(post(JOBS, TWO)).at("/data/id").asText();
    assertThat(get(path).at("/data/attributes/status").asText()).isEqualTo("queued");
    assertThat(get(path).at("/data/attributes/status").asText()).isEqualTo("queued");
    assertThat(get(path).at("/data/attributes/status").asText()).isEqualTo("complete");
    inject(Injection.next("job").with("stays", "processing"));
    String stuck = JOBS + "/" + json(post(JOBS, TWO)).at("/data/id").asText();
    for (int i = 0; i < 5; i++) {
      assertThat(get(stuck).at("/data/attributes/status").asText()).isEqualTo("processing");
    }
    inject(Injection.next("job").with("ends", "cancelled"));
    String cancelled = JOBS + "/" + json(post(JOBS, TWO)).at("/data/id").asText();
    assertThat(get(cancelled).at("/data/attributes/status").asText()).isEqualTo("cancelled");
    assertThat(counters().refused()).isEqualTo(2);
  }

  @Test
  void failures_of_a_job_are_listed_in_pages_with_their_payload() throws IOException {
    inject(
        Injection.next("job")
            .with("failed", List.of("sam@example.org", "00123"))
            .with("upper_case", true)
            .with("unlisted", 1));
    String path = JOBS + "/" + json(post(JOBS, TWO)).at("/data/id").asText();
    assertThat(get(path).at("/data/attributes/failed_count").asInt()).isEqualTo(3);
    JsonNode first = get(path + "/import-errors?page%5Bsize%5D=1");
    assertThat(first.at("/data/0/attributes/original_payload/email").asText())
        .isEqualTo("KIM.LEE+STORE@EXAMPLE.ORG");
    String next = first.at("/links/next").asText();
    assertThat(next).startsWith(running.sandbox().baseUrl("klaviyo"));
    JsonNode second = get(next.substring(running.sandbox().baseUrl("klaviyo").length()));
    assertThat(second.at("/data/0/attributes/original_payload/email").asText())
        .isEqualTo("SAM@EXAMPLE.ORG");
    assertThat(second.at("/links/next").isNull()).isTrue();
    assertThat(counters().kept()).isZero();
    inject(Injection.next("job").with("failed", List.of("00123")).with("without_payload", true));
    String bare = JOBS + "/" + json(post(JOBS, TWO)).at("/data/id").asText();
    get(bare);
    assertThat(get(bare + "/import-errors").at("/data/0/attributes").has("original_payload"))
        .isFalse();
  }
}
