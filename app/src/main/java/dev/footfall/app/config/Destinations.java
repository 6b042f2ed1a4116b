package dev.footfall.app.config;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.destinations.braze.Braze;
import dev.footfall.destinations.criteo.Criteo;
import dev.footfall.destinations.google.Google;
import dev.footfall.destinations.klaviyo.Klaviyo;
import dev.footfall.destinations.meta.Meta;
import dev.footfall.destinations.pinterest.Pinterest;
import dev.footfall.destinations.snapchat.Snapchat;
import dev.footfall.destinations.tiktok.TikTok;
import dev.footfall.destinations.tradedesk.TradeDesk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The platforms there are, by type.
 *
 * @param all in alphabetical order of their types
 */
public record Destinations(List<Destination> all) {
  /** Sorts and copies. */
  public Destinations {
    all = all.stream().sorted(Comparator.comparing(d -> d.spec().type())).toList();
  }

  /** Those that ship with the product. */
  public static Destinations shipped() {
    return new Destinations(
        List.of(
            new Braze(),
            new Criteo(),
            new Google(),
            new Klaviyo(),
            new Meta(),
            new Pinterest(),
            new Snapchat(),
            new TikTok(),
            new TradeDesk()));
  }

  /** The platform of a type, or of a short name: {@code google}. */
  public Optional<Destination> find(String type) {
    return all.stream()
        .filter(d -> d.spec().type().equals(type) || d.spec().about().shortName().equals(type))
        .findFirst();
  }

  /** All types. */
  public List<String> types() {
    return specs().stream().map(DestinationSpec::type).toList();
  }

  /** All specifications. */
  public List<DestinationSpec> specs() {
    return all.stream().map(Destination::spec).toList();
  }
}
