package dev.footfall.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.KeptEvent;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.RecordedRequest;
import dev.footfall.sandbox.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The changing part of the page: one section a platform. */
final class Live {
  private static final int EVENTS = 12;
  private static final int REFUSALS = 12;
  private static final int REQUESTS = 12;

  private final List<PlatformDouble> platforms;

  Live(List<PlatformDouble> platforms) {
    this.platforms = platforms;
  }

  String html() {
    Html html = new Html();
    html.open("nav", "cards");
    platforms.forEach(platform -> card(html, platform));
    html.close("nav");
    platforms.forEach(platform -> section(html, platform));
    return html.toString();
  }

  private static void card(Html html, PlatformDouble platform) {
    Counters counters = platform.books().counters();
    String state =
        counters.requests() == 0 ? "idle" : counters.personalData() > 0 ? "alarm" : "busy";
    html.open("a", "card " + state, "href", "#" + platform.name());
    html.leaf("span", "name", platform.title());
    html.leaf("strong", "", number(counters.kept()));
    html.leaf("span", "unit", counters.kept() == 1 ? "event kept" : "events kept");
    boolean alarm = counters.personalData() > 0;
    html.leaf("span", "path", alarm ? "was sent plain personal data" : "/" + platform.name());
    html.close("a");
  }

  private static void section(Html html, PlatformDouble platform) {
    Counters counters = platform.books().counters();
    html.open("section", counters.requests() == 0 ? "idle" : "", "id", platform.name());
    html.open("header", "");
    html.leaf("h2", "", platform.title());
    html.leaf("code", "hint", platform.hint());
    html.close("header");
    if (counters.requests() == 0 && counters.kept() == 0) {
      html.leaf(
          "p", "empty", "Nothing yet. Point base_url at /" + platform.name() + " on this host.");
    } else {
      figures(html, counters);
      html.open("div", "columns");
      events(html, platform.name(), platform.books().events(EVENTS));
      html.open("div", "side");
      refusals(html, platform.books().refusals(REFUSALS));
      requests(html, platform.books().requests(REQUESTS));
      html.close("div");
      html.close("div");
    }
    html.close("section");
  }

  private static void figures(Html html, Counters counters) {
    html.open("dl", "figures");
    figure(html, "requests", counters.requests(), "");
    figure(html, "received", counters.received(), "");
    figure(html, "kept", counters.kept(), "good");
    figure(html, "duplicates", counters.duplicates(), "");
    figure(html, "refused", counters.refused(), counters.refused() > 0 ? "bad" : "");
    figure(html, "test", counters.test(), "");
    if (counters.repeated() > 0) {
      figure(html, "repeated", counters.repeated(), "bad");
    }
    if (counters.personalData() > 0) {
      figure(html, "plain personal data", counters.personalData(), "bad");
    }
    html.close("dl");
  }

  private static void figure(Html html, String name, long value, String tone) {
    html.open("div", tone);
    html.leaf("dt", "", name);
    html.leaf("dd", "", number(value));
    html.close("div");
  }

  private static void events(Html html, String platform, List<KeptEvent> events) {
    html.open("div", "events");
    html.leaf("h3", "", "Last events");
    if (events.isEmpty()) {
      html.leaf("p", "empty", "None kept.");
    }
    for (int i = events.size() - 1; i >= 0; i--) {
      event(html, platform, events.get(i));
    }
    html.close("div");
  }

  private static void event(Html html, String platform, KeptEvent event) {
    JsonNode json =
        Json.read(event.json().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object);
    String key = platform + ":" + Integer.toHexString(event.json().hashCode()) + ":" + event.at();
    html.open("details", "", "data-key", key);
    html.open("summary", "");
    html.time(event.at());
    html.leaf("b", "", Summary.name(json));
    html.leaf("span", "order", Summary.order(json));
    html.leaf("span", "money", Summary.money(json));
    if (event.test()) {
      html.leaf("em", "", "test");
    }
    html.close("summary");
    html.open("pre", "").json(json).close("pre");
    html.close("details");
  }

  private static void refusals(Html html, List<Refusal> refusals) {
    html.leaf("h3", "", "Refused");
    if (refusals.isEmpty()) {
      html.leaf("p", "empty", "Nothing.");
      return;
    }
    html.open("ul", "refusals");
    for (int i = refusals.size() - 1; i >= 0; i--) {
      Refusal refusal = refusals.get(i);
      html.open("li", "");
      html.time(refusal.at());
      html.leaf("span", "", refusal.reason());
      html.close("li");
    }
    html.close("ul");
  }

  private static void requests(Html html, List<RecordedRequest> requests) {
    html.leaf("h3", "", "Requests");
    html.open("ul", "requests");
    for (int i = requests.size() - 1; i >= 0; i--) {
      RecordedRequest request = requests.get(i);
      html.open("li", "");
      html.time(request.at());
      boolean good = request.status() >= 200 && request.status() < 300;
      html.leaf(
          "b",
          good ? "good" : "bad",
          request.status() == 0 ? "closed" : String.valueOf(request.status()));
      html.leaf("span", "", request.method() + " " + request.target());
      if (!request.injected().isEmpty()) {
        html.leaf("em", "", request.injected());
      }
      html.close("li");
    }
    html.close("ul");
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202f');
  }
}
