package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes whose credential has no token yet, at the same moment. */
class TwoRunsOneTokenTest {
  private static final Map<String, String> SECRETS =
      Map.of("SECRET", "sandbox-klaviyo-client-secret", "REFRESH", "sandbox-klaviyo-refresh-token");

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        app: { client_id: sandbox-klaviyo-client, client_secret: "${env:SECRET}", refresh_token: "${env:REFRESH}" }
      destinations:
        north: { type: klaviyo, credential: app, settings: { base_url: "%1$s" } }
        south: { type: klaviyo, credential: app, settings: { base_url: "%1$s" } }
      orchestrations:
        north: { source: drops, query: queries/people.sql, destination: north }
        south: { source: drops, query: queries/people.sql, destination: south }
      """;

  @TempDir Path folder;

  private Operator operator(String name) throws Exception {
    return Operator.in(folder, folder.resolve("tmp-" + name), SECRETS, List.of());
  }

  @Test
  void one_asks_the_platform_and_both_use_what_it_gave() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Operator north = operator("north");
        Operator south = operator("south")) {
      Files.createDirectories(folder.resolve("data"));
      Files.createDirectories(folder.resolve("queries"));
      Files.writeString(folder.resolve("data/people.csv"), "email\njane@example.com\n");
      Files.writeString(folder.resolve("queries/people.sql"), "SELECT * FROM people");
      Files.writeString(
          folder.resolve("footfall.yaml"), PROJECT.formatted(sandbox.baseUrl("klaviyo")));
      assertThat(north.type("validate").code()).isZero();
      assertThat(south.type("validate").code()).isZero();
      sandbox.inject("klaviyo", Injection.next("slow").striking("oauth").with("delay_ms", 4000));

      north.begin("run", "north");
      Operator.Answer second = south.type("run", "south");
      Operator.Answer first = north.end();

      assertThat(second.code()).as(second.out() + second.err()).isZero();
      assertThat(first.code()).as(first.out() + first.err()).isZero();
      assertThat(
              sandbox.requests("klaviyo", 100).stream()
                  .filter(request -> request.target().contains("oauth/token")))
          .hasSize(1);
      assertThat(sandbox.refusals("klaviyo", 10)).isEmpty();
    }
  }
}
