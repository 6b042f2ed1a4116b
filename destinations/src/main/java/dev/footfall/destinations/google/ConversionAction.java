package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.Exchange.Step;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.event.JsonBytes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conversion action that takes the events: found by name or id, made when it is missing, and
 * with it the account that converts.
 *
 * @param hasClicks whether the query returns click ids, so that enhanced conversions may be off
 */
record ConversionAction(GoogleSettings settings, boolean hasClicks) {
  private static final String UPLOAD_CLICKS = "UPLOAD_CLICKS";
  private static final String CUSTOMERS = "customers/";
  private static final String ACCOUNT_QUERY =
      "SELECT customer.id,"
          + " customer.conversion_tracking_setting.google_ads_conversion_customer,"
          + " customer.conversion_tracking_setting.conversion_tracking_status,"
          + " customer.conversion_tracking_setting.accepted_customer_data_terms,"
          + " customer.conversion_tracking_setting.enhanced_conversions_for_leads_enabled"
          + " FROM customer";
  private static final String ACTION_QUERY =
      "SELECT conversion_action.id, conversion_action.name, conversion_action.resource_name,"
          + " conversion_action.type, conversion_action.status, conversion_action.owner_customer"
          + " FROM conversion_action WHERE conversion_action.";

  /** For a run: ends in the facts that {@link GoogleSettings} knows. */
  Exchange found(CredentialValues credential) {
    boolean creates = settings.target().createsAction() && !settings.request().validateOnly();
    return new Search(new GoogleCalls(settings, credential), creates, Step.Found::new).account();
  }

  /** For a connection test: makes nothing. */
  Exchange checked(CredentialValues credential) {
    Function<Map<String, String>, Step> done =
        facts ->
            new Step.Done(
                "Google has the conversion action, with id " + facts.get(GoogleSettings.ACTION));
    return new Search(new GoogleCalls(settings, credential), false, done).account();
  }

  /** The steps on the way. */
  private final class Search {
    private final GoogleCalls calls;
    private final boolean creates;
    private final Function<Map<String, String>, Step> end;

    Search(GoogleCalls calls, boolean creates, Function<Map<String, String>, Step> end) {
      this.calls = calls;
      this.creates = creates;
      this.end = end;
    }

    Exchange account() {
      String customer = settings.target().customerId();
      return new AdsQuestion(calls, customer, ACCOUNT_QUERY, this::readAccount);
    }

    private Step readAccount(List<JsonNode> rows) {
      if (rows.isEmpty()) {
        return new Step.Failed(Code.PERMISSION_DENIED, "Google shows no such account");
      }
      JsonNode tracking = rows.get(0).path("customer").path("conversionTrackingSetting");
      if (!tracking.path("acceptedCustomerDataTerms").asBoolean(false)) {
        return new Step.Failed(
            Code.TERMS_NOT_ACCEPTED,
            "accept the customer data terms in Google Ads: Goals, Settings, Customer data terms");
      }
      if (!hasClicks && !tracking.path("enhancedConversionsForLeadsEnabled").asBoolean(false)) {
        return new Step.Failed(
            Code.ENHANCED_CONVERSIONS_OFF,
            "switch on enhanced conversions for leads in Google Ads: Goals, Settings");
      }
      String converting =
          tracking.path("googleAdsConversionCustomer").asText("").replace(CUSTOMERS, "");
      String customer =
          converting.matches("[0-9]{10}") ? converting : settings.target().customerId();
      return new Step.Next(action(customer, creates));
    }

    private Exchange action(String customer, boolean mayCreate) {
      String condition =
          settings
              .target()
              .actionId()
              .map(id -> "id = " + id)
              .orElseGet(() -> "name = '" + escaped(settings.target().action()) + "'");
      return new AdsQuestion(
          calls, customer, ACTION_QUERY + condition, rows -> readAction(customer, mayCreate, rows));
    }

    private Step readAction(String customer, boolean mayCreate, List<JsonNode> rows) {
      Optional<JsonNode> best =
          rows.stream()
              .map(row -> row.path("conversionAction"))
              .min(Comparator.comparing(a -> !isOwnedBy(a, customer)));
      if (best.isEmpty()) {
        return mayCreate
            ? new Step.Next(new Creation(customer))
            : new Step.Failed(
                Code.BAD_CONVERSION_ACTION, "the account has no such conversion action");
      }
      String type = best.get().path("type").asText("");
      boolean isFit =
          type.equals(UPLOAD_CLICKS)
              || (type.equals(GoogleSettings.STORE_SALES) && !settings.isAds());
      if (!isFit || !best.get().path("status").asText("").equals("ENABLED")) {
        return new Step.Failed(
            Code.BAD_CONVERSION_ACTION,
            "the conversion action is not enabled, or not of type " + UPLOAD_CLICKS);
      }
      return end.apply(
          Map.of(
              GoogleSettings.CUSTOMER, customer,
              GoogleSettings.ACTION, best.get().path("id").asText(""),
              GoogleSettings.TYPE, type));
    }

    private static boolean isOwnedBy(JsonNode action, String customer) {
      return action.path("ownerCustomer").asText("").equals(CUSTOMERS + customer);
    }

    private static String escaped(String name) {
      return name.replace("\\", "\\\\").replace("'", "\\'");
    }

    /** Makes the action. Google refuses events for it for some hours, so the run ends here. */
    private final class Creation implements Exchange {
      private final String customer;

      Creation(String customer) {
        this.customer = customer;
      }

      @Override
      public HttpCall call() {
        JsonBytes json = new JsonBytes().beginObject();
        json.key(JsonBytes.key("operations")).beginArray().beginObject();
        json.key(JsonBytes.key("create")).beginObject();
        text(json, "name", settings.target().action());
        text(json, "type", UPLOAD_CLICKS);
        text(json, "category", "PURCHASE");
        text(json, "status", "ENABLED");
        text(json, "countingType", "MANY_PER_CLICK");
        json.key(JsonBytes.key("valueSettings")).beginObject();
        json.key(JsonBytes.key("alwaysUseDefaultValue")).flag(false);
        json.key(JsonBytes.key("defaultValue")).number(0);
        text(json, "defaultCurrencyCode", "USD");
        json.endObject().endObject().endObject().endArray().endObject();
        return calls.ads(customer, "/conversionActions:mutate", List.of(json.toBytes()));
      }

      private static void text(JsonBytes json, String key, String value) {
        json.key(JsonBytes.key(key)).text(value);
      }

      @Override
      public Step read(HttpAnswer answer) {
        GoogleError error = GoogleError.of(answer);
        boolean isTaken =
            AdsError.of(error.error()).stream().anyMatch(e -> e.value().equals("DUPLICATE_NAME"));
        if (isTaken) {
          return new Step.Next(action(customer, false));
        }
        return answer.status() / 100 == 2
            ? new Step.Failed(
                Code.RETRY_LATER,
                "the conversion action was missing and is made now; Google takes events for it in 6"
                    + " hours, run again then")
            : AdsQuestion.failed(answer);
      }
    }
  }
}
