package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.CsvCheck;
import dev.footfall.sandbox.platform.Desk;
import dev.footfall.sandbox.platform.Duplicates;
import dev.footfall.sandbox.platform.Equipment;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google's three hosts behind one prefix: the Data Manager API, the Google Ads API and the token
 * endpoint. An order counts once a conversion action, whichever API brought it.
 */
public final class GoogleDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "google",
          "Google Enhanced Conversions",
          "client_id sandbox-google-client-id · client_secret sandbox-google-client-secret ·"
              + " refresh_token sandbox-google-refresh-token · customer_id 1234567890 ·"
              + " conversion_action_id 987654321");
  private static final String INGEST = "/v1/events:ingest";
  private static final String STATUS = "/v1/requestStatus:retrieve";
  private static final String TOKEN = "/token";
  private static final String CONSENT = "/o/oauth2/v2/auth";
  private static final Set<String> READING = Set.of("diagnostics", "authorize");
  private static final Pattern ADS =
      Pattern.compile(
          "/(v\\d\\d)/customers/([^/:]+)(:uploadClickConversions|/googleAds:searchStream|/conversionActions:mutate)");
  private static final Pattern VERSION = Pattern.compile("v2[2-6]");
  private static final Pattern TEN_DIGITS = Pattern.compile("\\d{10}");
  private static final String DOMAIN = "datamanager.googleapis.com";

  private final GoogleTokens tokens;
  private final GoogleAccount account;
  private final ServiceAccount serviceAccount = new ServiceAccount();
  private final AdsAnswers ads = new AdsAnswers();
  private final Diagnostics diagnostics = new Diagnostics();
  private final Desk desk;

  /** A double with the documented accounts and those given; targets are conversion actions. */
  public GoogleDouble(Equipment equipment) {
    this.tokens = new GoogleTokens(equipment.accounts());
    this.account = new GoogleAccount(tokens.actions());
    this.desk =
        Desk.of(SIGN, GoogleFaults.KINDS, Duplicates.dropped(Duration.ofDays(3650)), equipment);
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public String operation(Call head) {
    Matcher path = ADS.matcher(head.path());
    if (path.matches()) {
      return switch (path.group(3)) {
        case ":uploadClickConversions" -> Injection.EVENTS;
        case "/googleAds:searchStream" -> "search";
        default -> "mutate";
      };
    }
    return switch (head.path()) {
      case INGEST -> Injection.EVENTS;
      case STATUS -> "diagnostics";
      case TOKEN -> "oauth";
      case CONSENT -> "authorize";
      default -> "unknown";
    };
  }

  @Override
  public Optional<CsvCheck> csvCheck() {
    return Optional.of(GoogleCsvChecker::check);
  }

  @Override
  public Optional<JsonNode> view(String name, String key) {
    return name.equals("service_account") ? Optional.of(serviceAccount.file()) : Optional.empty();
  }

  @Override
  public Reply answer(Call call) {
    String operation = operation(call);
    if (operation.equals("unknown")) {
      return refuse(call, "no such path", fault(404, "Method not found."));
    } else if (!call.method().equals(READING.contains(operation) ? "GET" : "POST")) {
      return refuse(call, "wrong method", fault(405, "Method not allowed."));
    } else if (operation.equals("authorize")) {
      return new GoogleOauth(tokens, serviceAccount).authorize(call);
    } else if (operation.equals("oauth")) {
      return call.injected("invalid_grant")
          .map(asked -> GoogleOauth.badGrant("Token has been expired or revoked."))
          .orElseGet(() -> new GoogleOauth(tokens, serviceAccount).token(call));
    } else if (call.method().equals("POST") && !call.isJson()) {
      String words = "Content-Type must be application/json in UTF-8, not compressed";
      return refuse(call, words, fault(400, words));
    }
    Matcher path = ADS.matcher(call.path());
    return path.matches() ? ads(call, path) : dataManager(call);
  }

  private Reply dataManager(Call call) {
    Grant grant = tokens.grant(call.bearer());
    TokenState state = grant.at(call.now());
    if (state == TokenState.TERMS_NOT_ACCEPTED || state == TokenState.WITHOUT_PERMISSION) {
      String reason =
          state == TokenState.WITHOUT_PERMISSION
              ? "PERMISSION_DENIED"
              : "TERMS_AND_CONDITIONS_NOT_SIGNED";
      return refuse(
          call,
          "the token is " + state,
          GoogleErrors.error(
              403, "The caller does not have permission.", GoogleErrors.info(reason, DOMAIN)));
    } else if (state != TokenState.GOOD && state != TokenState.EVENTS_ONLY) {
      return refuse(
          call,
          "the token is " + state,
          GoogleErrors.error(401, "Request had invalid authentication credentials."));
    } else if (!grant.scopes().contains(Grant.DATA_MANAGER)) {
      return refuse(call, "the token is for another scope", GoogleErrors.scope());
    }
    Optional<Reply> asked =
        call.injected("error")
            .map(
                one ->
                    GoogleErrors.error(
                        one.number("status", 400),
                        one.text("message", "The sandbox was asked to refuse."),
                        GoogleErrors.info(one.text("code", "INTERNAL"), DOMAIN)));
    return asked.orElseGet(
        () ->
            call.path().equals(STATUS)
                ? diagnostics.status(call)
                : new DataManagerIngest(account, diagnostics, books(), injections()::isPoisoned)
                    .answer(call));
  }

  private Reply ads(Call call, Matcher path) {
    String version = path.group(1);
    String customer = path.group(2);
    return adsFault(call, version, customer)
        .or(
            () ->
                call.injected("error")
                    .map(
                        one ->
                            ads.refused(
                                one.number("status", 400),
                                version,
                                one.text("code", "internalError.INTERNAL_ERROR"),
                                one.text("message", "The sandbox was asked to refuse."))))
        .orElseGet(
            () ->
                switch (operation(call)) {
                  case "search" -> new AdsSearch(account, ads).search(call, version, customer);
                  case "mutate" -> new AdsSearch(account, ads).mutate(call, version);
                  default ->
                      new AdsUpload(account, ads, books(), injections()::isPoisoned)
                          .answer(call, version, customer);
                });
  }

  private Optional<Reply> adsFault(Call call, String version, String customer) {
    Grant grant = tokens.grant(call.bearer());
    TokenState state = grant.at(call.now());
    String login = call.header("login-customer-id");
    boolean mayLogin =
        login.isEmpty() || login.equals(GoogleAccount.MANAGER) || login.equals(customer);
    if (!VERSION.matcher(version).matches()) {
      String code = "requestError.UNSUPPORTED_VERSION";
      return Optional.of(refuse(call, code, ads.refused(400, version, code, "Deprecated.")));
    } else if (state != TokenState.GOOD && state != TokenState.EVENTS_ONLY) {
      return Optional.of(refuse(call, "the token is " + state, ads.credentials(state, version)));
    } else if (!grant.scopes().contains(Grant.ADS)) {
      return Optional.of(refuse(call, "the token is for another scope", GoogleErrors.scope()));
    } else if (!TEN_DIGITS.matcher(customer).matches()
        || !(login.isEmpty() || TEN_DIGITS.matcher(login).matches())) {
      String code = "requestError.INVALID_CUSTOMER_ID";
      return Optional.of(refuse(call, code, ads.refused(400, version, code, "Ten digits.")));
    }
    return account.knows(customer) && mayLogin
        ? Optional.empty()
        : Optional.of(refuse(call, "the customer is not granted", ads.denied(version)));
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    Matcher path = ADS.matcher(call.path());
    return path.matches()
        ? ads.throttled(path.group(1), asked)
        : GoogleErrors.error(
                429,
                "Quota exceeded for quota metric 'Requests' and limit 'Requests per minute'.",
                GoogleErrors.info(asked.text("code", "RESOURCE_EXHAUSTED"), DOMAIN))
            .with("Retry-After", asked.text("retry_after", ""));
  }

  @Override
  public Reply fault(int status, String message) {
    return GoogleErrors.error(status, message);
  }

  @Override
  public void reset() {
    desk.clear();
    tokens.reset();
    account.reset();
    diagnostics.reset();
  }
}
