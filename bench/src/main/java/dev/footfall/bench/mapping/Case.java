package dev.footfall.bench.mapping;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.destinations.braze.Braze;
import dev.footfall.destinations.criteo.Criteo;
import dev.footfall.destinations.google.Google;
import dev.footfall.destinations.klaviyo.Klaviyo;
import dev.footfall.destinations.meta.Meta;
import dev.footfall.destinations.pinterest.Pinterest;
import dev.footfall.destinations.snapchat.Snapchat;
import dev.footfall.destinations.tiktok.TikTok;
import dev.footfall.destinations.tradedesk.TradeDesk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A destination with the settings that it is measured with.
 *
 * @param settings the required ones
 */
record Case(Destination destination, Map<String, String> settings) {
  /** All that are measured. */
  static List<Case> all() {
    return List.of(
        new Case(new Meta(), Map.of("dataset_id", "1234567890")),
        new Case(new Pinterest(), Map.of("ad_account_id", "549755885175")),
        new Case(
            new Google(), Map.of("customer_id", "1234567890", "conversion_action_id", "987654321")),
        new Case(
            new TikTok(),
            Map.of("advertiser_id", "7000000000000000001", "event_set_id", "7000000000000000002")),
        new Case(
            new Snapchat(),
            Map.of("mode", "conversions_api", "pixel_id", "0b7f4d3a-6c1e-4a2b-9f58-0d6f0c9f3a11")),
        new Case(new Klaviyo(), Map.of("mode", "profiles")),
        new Case(new Klaviyo(), Map.of("mode", "events")),
        new Case(new Braze(), Map.of("mode", "attributes", "instance", "US-06")),
        new Case(new Braze(), Map.of("mode", "purchases", "instance", "US-06")),
        new Case(new Criteo(), Map.of("mode", "file")),
        new Case(
            new TradeDesk(),
            Map.of(
                "advertiser_id",
                "acmeadvertiser",
                "offline_data_provider_id",
                "acmeoffline",
                "tracking_tag_id",
                "tag0001")));
  }

  static Case of(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** The destination's type, with the mode where one was chosen. */
  String name() {
    String type = destination.spec().type();
    return settings.containsKey("mode") ? type + "/" + settings.get("mode") : type;
  }

  Binding binding() {
    return Binding.of(spec(), Vocabulary.CANONICAL, Orders.header(), settingValues());
  }

  /** What is taken under the case's settings. */
  DestinationSpec spec() {
    return destination.spec(settingValues());
  }

  private SettingValues settingValues() {
    return SettingValues.of(destination.spec(), settings);
  }

  Route route(Binding binding, Instant now) {
    return destination.route(
        new RouteContext(settingValues(), binding, now, ZoneOffset.UTC, false, "bench"));
  }
}
