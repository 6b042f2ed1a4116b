package dev.footfall.app.cli;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Delivery;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.event.EventMapper;
import dev.footfall.destinations.pinterest.Pinterest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pinterest, if a directory told the number of the ad account: what a destination looks like that
 * must ask before it maps.
 *
 * @param address where the directory is
 */
record Directory(String address) implements Destination {
  private static final String ACCOUNT = "ad_account_id";
  private static final Pinterest PINTEREST = new Pinterest();

  @Override
  public DestinationSpec spec() {
    return PINTEREST.spec();
  }

  @Override
  public Route route(RouteContext context) {
    String account = context.facts().get(ACCOUNT);
    return account == null
        ? new Asking(PINTEREST.route(context), address)
        : PINTEREST.route(to(account, context));
  }

  private static RouteContext to(String account, RouteContext context) {
    Map<String, String> settings = new LinkedHashMap<>(context.settings().given());
    settings.put(ACCOUNT, account);
    return new RouteContext(
        SettingValues.of(PINTEREST.spec(), settings),
        context.binding(),
        context.now(),
        context.zone(),
        context.firstSend(),
        context.runId());
  }

  private record Asking(Route route, String address) implements Route {
    @Override
    public String target() {
      return route.target();
    }

    @Override
    public int windowDays() {
      return route.windowDays();
    }

    @Override
    public EventMapper mapper() {
      return route.mapper();
    }

    @Override
    public Delivery delivery() {
      return route.delivery();
    }

    @Override
    public Optional<Exchange> lookup(CredentialValues credential) {
      return Optional.of(new Question(address, credential));
    }
  }

  /** "again" has it asked once more, a number answers it, anything else is no account. */
  private record Question(String address, CredentialValues credential) implements Exchange {
    @Override
    public HttpCall call() {
      String token = credential.find("conversion_access_token").orElse("");
      return HttpCall.get(address, Map.of("Authorization", token), Set.of("Authorization"));
    }

    @Override
    public Step read(HttpAnswer answer) {
      String said = new String(answer.body(), StandardCharsets.UTF_8);
      if (said.equals("again")) {
        return new Step.Next(this);
      }
      return said.matches("\\d+")
          ? new Step.Found(Map.of(ACCOUNT, said))
          : new Step.Failed(Code.DATASET_NOT_FOUND, "no ad account of that name");
    }
  }
}
