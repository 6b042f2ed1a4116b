package dev.footfall.destinations.google;

import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The settings in force.
 *
 * @param mode of {@link GoogleSpec}
 * @param reading how rows are read
 * @param target where events go; unused by files
 * @param event what events say; unused by files
 * @param request how events go; unused by files
 * @param hosts where Google is; unused by files
 */
record GoogleSettings(
    String mode, Reading reading, Target target, EventRules event, Request request, Hosts hosts) {

  /** How rows are read. */
  record Reading(Optional<Currency> currency, String phoneRegion, boolean dropsDenied) {}

  /** An account and its conversion action; the id is empty until it is looked up. */
  record Target(
      String customerId,
      Optional<String> loginCustomerId,
      Optional<String> actionName,
      Optional<String> actionId,
      boolean isStoreSales,
      boolean createsAction) {
    /** What names the conversion action: its id, or its name where that is all that is known. */
    String action() {
      return actionId.or(() -> actionName).orElse("");
    }
  }

  /** What events say. */
  record EventRules(
      String sourceOfClicks,
      String sourceWithoutClick,
      boolean sendsEnvironment,
      boolean sendsCart,
      Optional<String> merchantCenterId,
      String adUserData,
      String adPersonalization,
      Optional<String> identifierSource) {}

  /** How events go. */
  record Request(
      boolean validateOnly,
      int batchSize,
      int attempts,
      Optional<String> developerToken,
      Optional<String> quotaProject,
      Duration diagnostics) {}

  /** Where Google is; the Google Ads API with its version. */
  record Hosts(String ads, String dataManager, String oauth, String consent) {}

  /** Facts that a look-up finds. */
  static final String CUSTOMER = "customer_id";

  static final String ACTION = "conversion_action_id";
  static final String TYPE = "conversion_action_type";
  static final String STORE_SALES = "STORE_SALES";

  static GoogleSettings of(SettingValues values, Map<String, String> facts) {
    String mode = values.mode();
    boolean isFile = mode.equals(GoogleSpec.STORE_SALES_CSV);
    return new GoogleSettings(
        mode,
        new Reading(
            values.find("default_currency").map(GoogleSettings::currency),
            values.text("default_country"),
            isFile || values.flag("drop_denied_consent")),
        target(values, facts, isFile),
        event(values),
        request(values),
        new Hosts(
            url(values, "base_url_ads") + "/" + values.text("api_version"),
            url(values, "base_url_dm"),
            url(values, "base_url_oauth"),
            url(values, "base_url_authorize")));
  }

  private static Currency currency(String code) {
    return Currencies.find(code)
        .orElseThrow(
            () ->
                new SettingFault(
                    "default_currency", "setting 'default_currency' must be a current currency"));
  }

  private static Target target(SettingValues values, Map<String, String> facts, boolean isFile) {
    Optional<String> name = values.find("conversion_action_name");
    Optional<String> id =
        Optional.ofNullable(facts.get(ACTION)).or(() -> values.find("conversion_action_id"));
    if (name.isEmpty() && (isFile || id.isEmpty())) {
      throw new SettingFault(
          "conversion_action_name",
          isFile
              ? "setting 'conversion_action_name' is required"
              : "conversion_action_id or conversion_action_name is required");
    }
    boolean isDataManager = values.mode().equals(GoogleSpec.DATA_MANAGER);
    return new Target(
        isFile ? "" : facts.getOrDefault(CUSTOMER, digits(values.text("customer_id"))),
        values.find("login_customer_id").map(GoogleSettings::digits),
        name,
        isFile ? Optional.empty() : id,
        isDataManager && facts.getOrDefault(TYPE, values.text(TYPE)).equals(STORE_SALES),
        values.flag("create_conversion_action"));
  }

  private static String digits(String account) {
    return account.replaceAll("[ -]", "");
  }

  private static EventRules event(SettingValues values) {
    return new EventRules(
        values.text("event_source_click"),
        values.text("event_source_no_click"),
        values.flag("send_conversion_environment"),
        values.text("send_cart_data").equals("auto"),
        values.find("merchant_center_id"),
        values.text("default_ad_user_data"),
        values.text("default_ad_personalization"),
        Optional.of(values.text("user_identifier_source")).filter(s -> !s.equals("none")));
  }

  private static Request request(SettingValues values) {
    return new Request(
        values.flag("validate_only"),
        values.number("batch_size"),
        values.number("max_attempts"),
        values.find("developer_token"),
        values.find("quota_project"),
        Duration.ofMinutes(values.number("await_diagnostics_minutes")));
  }

  private static String url(SettingValues values, String name) {
    return values.text(name).replaceFirst("/+$", "");
  }

  boolean isFile() {
    return mode.equals(GoogleSpec.STORE_SALES_CSV);
  }

  boolean isAds() {
    return mode.equals(GoogleSpec.GOOGLE_ADS);
  }

  /** The zone of times without one: the destination's own, or else the orchestration's. */
  static ZoneId zone(SettingValues values, ZoneId orchestration) {
    return values.find("timezone").map(ZoneId::of).orElse(orchestration);
  }
}
