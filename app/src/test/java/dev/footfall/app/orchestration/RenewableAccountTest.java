package dev.footfall.app.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.credential.StoredTokens;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.delivery.WireFault;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.destinations.snapchat.Snapchat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A credential's token through its life. */
class RenewableAccountTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final CredentialValues CONFIGURED =
      new CredentialValues(
          Map.of(
              "client_id", Secret.of("id"),
              "client_secret", Secret.of("the-secret"),
              "refresh_token", Secret.of("refresh-1")),
          Optional.empty());

  @TempDir Path folder;
  private final Kept store = new Kept();
  private final List<String> asked = new ArrayList<>();
  private Instant now = NOW;

  private static HttpDelivery snapchat() {
    SettingValues settings =
        SettingValues.of(
            new Snapchat().spec(),
            Map.of("mode", "conversions_api", "auth_mode", "oauth", "pixel_id", "p"));
    Binding binding =
        Binding.of(new Snapchat().spec(settings), Vocabulary.PLATFORM, List.of(), settings);
    return (HttpDelivery)
        new Snapchat()
            .route(new RouteContext(settings, binding, NOW, ZoneOffset.UTC, false, "t"))
            .delivery();
  }

  private RenewableAccount account(Wire wire) {
    return account(wire, "here");
  }

  /** An account on a machine: only those on one machine take turns. */
  private RenewableAccount account(Wire wire, String machine) {
    Time time =
        new Time() {
          @Override
          public Instant now() {
            return now;
          }

          @Override
          public void pause(Duration duration) {
            now = now.plus(duration);
          }
        };
    Wire counted =
        call -> {
          asked.add(new String(call.body().get(0), StandardCharsets.UTF_8));
          return wire.send(call);
        };
    return new RenewableAccount(
        snapchat(),
        counted,
        time,
        store,
        new RenewableAccount.Configured("app", CONFIGURED, folder.resolve(machine)));
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpAnswer granted(int number) {
    return answer(
        200,
        "{\"access_token\":\"access-"
            + number
            + "\",\"refresh_token\":\"refresh-"
            + number
            + "\",\"expires_in\":3600}");
  }

  private static HttpAnswer dead() {
    return answer(400, "{\"error\":\"invalid_grant\"}");
  }

  @Test
  void a_token_is_got_once_kept_and_renewed_shortly_before_its_end() throws Exception {
    RenewableAccount account = account(call -> granted(asked.size() + 1));
    assertThat(account.renewEarly()).isPresent();
    assertThat(account.renewEarly()).isEmpty();
    now = NOW.plusSeconds(3479);
    assertThat(account.renewEarly()).isEmpty();
    now = NOW.plusSeconds(3481);
    assertThat(account.renewEarly()).isPresent();

    assertThat(asked).hasSize(2);
    assertThat(asked.get(1)).contains("refresh_token=refresh-2");
    assertThat(account.credential().reveal("access_token")).isEqualTo("access-3");
    assertThat(account(call -> granted(9)).credential().reveal("access_token"))
        .isEqualTo("access-3");
  }

  @Test
  void a_token_that_the_platform_gave_once_is_kept_though_the_store_is_out_for_a_moment()
      throws Exception {
    store.refusals = 3;
    RenewableAccount account = account(call -> granted(2));

    assertThat(account.renewEarly()).get().isInstanceOf(Renewal.Result.Renewed.class);
    assertThat(asked).hasSize(1);
    assertThat(account(call -> dead()).credential().reveal("access_token")).isEqualTo("access-2");
  }

  @Test
  void what_another_run_renewed_meanwhile_is_used_instead_of_asking() throws Exception {
    RenewableAccount first = account(call -> granted(2));
    RenewableAccount second = account(call -> dead());
    first.renewEarly();

    assertThat(second.renewEarly()).isEmpty();
    assertThat(second.credential().reveal("access_token")).isEqualTo("access-2");
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_refresh_token_that_another_machine_used_up_at_the_same_time_is_no_refusal()
      throws Exception {
    RenewableAccount winner = account(call -> granted(2), "there");
    RenewableAccount loser =
        account(
            call -> {
              try {
                winner.renewEarly();
              } catch (InterruptedException impossible) {
                Thread.currentThread().interrupt();
              }
              return dead();
            });

    assertThat(loser.renewEarly()).get().isInstanceOf(Renewal.Result.Renewed.class);
    assertThat(loser.credential().reveal("access_token")).isEqualTo("access-2");
  }

  @Test
  void of_two_that_ask_at_the_same_time_one_waits_and_uses_what_the_other_got() throws Exception {
    RenewableAccount second = account(call -> dead());
    CompletableFuture<Optional<Renewal.Result>> waiting = new CompletableFuture<>();
    RenewableAccount first =
        account(
            call -> {
              Thread other = new Thread(() -> renewEarly(second, waiting), "other");
              other.start();
              while (other.getState() != Thread.State.WAITING && !waiting.isDone()) {
                Thread.onSpinWait();
              }
              return granted(2);
            });

    assertThat(first.renewEarly()).get().isInstanceOf(Renewal.Result.Renewed.class);
    assertThat(waiting.get()).isEmpty();
    assertThat(second.credential().reveal("access_token")).isEqualTo("access-2");
    assertThat(asked).hasSize(1);
  }

  private static void renewEarly(
      RenewableAccount account, CompletableFuture<Optional<Renewal.Result>> result) {
    try {
      result.complete(account.renewEarly());
    } catch (InterruptedException | RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  @Test
  void a_refusal_is_told_without_the_secret_that_the_platform_quotes() throws Exception {
    RenewableAccount account =
        account(
            call ->
                answer(
                    401, "{\"error\":\"invalid_client\",\"error_description\":\"the-secret?\"}"));

    assertThat(account.renewEarly())
        .contains(
            new Renewal.Result.Refused(
                Code.CREDENTIALS_REJECTED,
                "HTTP 401 invalid_client: ***?; check client_id and client_secret"));
  }

  @Test
  void an_endpoint_out_of_reach_and_one_that_asks_to_wait_are_no_refusals() throws Exception {
    RenewableAccount silent =
        account(
            call -> {
              throw WireFault.notSent("no connection");
            });
    assertThat(silent.renewEarly())
        .contains(new Renewal.Result.TryAgain(Optional.empty(), "no connection"));
    RenewableAccount busy =
        account(call -> new HttpAnswer(503, Map.of("retry-after", List.of("30")), new byte[0]));
    assertThat(busy.renewEarly())
        .contains(
            new Renewal.Result.TryAgain(Optional.of(Duration.ofSeconds(30)), "no token: HTTP 503"));
  }

  /** Tokens in memory. */
  private static final class Kept implements TokenStore {
    private final Map<String, StoredTokens> tokens = new HashMap<>();
    private int refusals;

    @Override
    public Optional<StoredTokens> read(String credential) {
      return Optional.ofNullable(tokens.get(credential));
    }

    @Override
    public void write(String credential, StoredTokens fresh) {
      if (refusals-- > 0) {
        throw new IllegalStateException("out for a moment");
      }
      tokens.put(credential, fresh);
    }
  }
}
