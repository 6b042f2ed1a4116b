package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches of the two resources that a sender of conversions asks for, and new actions. */
final class AdsSearch {
  private static final Pattern QUERY =
      Pattern.compile(
          "SELECT (?<fields>[a-z_., ]+) FROM (?<from>customer|conversion_action)( WHERE"
              + " conversion_action\\.(name = '(?<name>([^'\\\\]|\\\\.)*)'|id = (?<id>\\d+)))?("
              + " LIMIT \\d+)?");

  private final GoogleAccount account;
  private final AdsAnswers answers;

  AdsSearch(GoogleAccount account, AdsAnswers answers) {
    this.account = account;
    this.answers = answers;
  }

  Reply search(Call call, String version, String customer) {
    JsonNode body = Json.read(call.body()).orElseGet(Json::object);
    Matcher query = QUERY.matcher(Json.text(body, "query").strip());
    if (body.size() != 1 || !query.matches()) {
      return inArray(answers.refused(400, version, "queryError.BAD_QUERY", "Error in query."));
    }
    List<String> fields = Stream.of(query.group("fields").split(",")).map(String::strip).toList();
    List<ObjectNode> results =
        query.group("from").equals("customer")
            ? List.of(selected(fields, customer(call, customer)))
            : actions(query).map(one -> selected(fields, describe(one))).toList();
    if (fields.stream().anyMatch(field -> !isKnown(field, query.group("from")))) {
      String code = "queryError.UNRECOGNIZED_FIELD";
      return inArray(answers.refused(400, version, code, "Unrecognized field in the query."));
    }
    ObjectNode chunk = Json.object();
    if (!results.isEmpty() && call.injected("no_action").isEmpty()) {
      chunk.set("results", Json.object("r", results).path("r"));
    }
    chunk.put("fieldMask", String.join(",", fields)).put("requestId", answers.request());
    return Reply.json(200, Json.object("all", List.of(chunk)).path("all"));
  }

  /** Errors of a stream come as an array of one, too. */
  private static Reply inArray(Reply reply) {
    JsonNode body = Json.read(reply.body()).orElseGet(Json::object);
    return Reply.json(reply.status(), Json.object("all", List.of(body)).path("all"));
  }

  private Stream<ConversionAction> actions(Matcher query) {
    Optional<String> name =
        Optional.ofNullable(query.group("name")).map(text -> text.replaceAll("\\\\(.)", "$1"));
    Optional<String> id = Optional.ofNullable(query.group("id"));
    return account.actions().stream()
        .filter(one -> name.isEmpty() || one.name().equals(name.get()))
        .filter(one -> id.isEmpty() || one.id().equals(id.get()));
  }

  private static boolean isKnown(String field, String from) {
    Map<String, Object> all =
        from.equals("customer")
            ? customerFields(GoogleAccount.CUSTOMER, true)
            : describe(new ConversionAction("1", "", "", "", "", Instant.MIN));
    return all.containsKey(field);
  }

  private static Map<String, Object> customer(Call call, String customer) {
    return customerFields(customer, call.injected("terms").isEmpty());
  }

  private static Map<String, Object> customerFields(String customer, boolean terms) {
    String setting = "customer.conversion_tracking_setting.";
    Map<String, Object> fields = new TreeMap<>();
    fields.put("customer.resource_name", "customers/" + customer);
    fields.put("customer.id", customer);
    fields.put(setting + "google_ads_conversion_customer", "customers/" + GoogleAccount.CUSTOMER);
    fields.put(setting + "conversion_tracking_status", "CONVERSION_TRACKING_MANAGED_BY_SELF");
    fields.put(setting + "accepted_customer_data_terms", terms);
    fields.put(setting + "enhanced_conversions_for_leads_enabled", true);
    return fields;
  }

  private static Map<String, Object> describe(ConversionAction action) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("conversion_action.id", action.id());
    fields.put("conversion_action.name", action.name());
    fields.put("conversion_action.resource_name", resource(action));
    fields.put("conversion_action.type", action.type());
    fields.put("conversion_action.status", action.status());
    fields.put("conversion_action.counting_type", action.counting());
    fields.put("conversion_action.owner_customer", "customers/" + GoogleAccount.CUSTOMER);
    return fields;
  }

  /** The selected fields as nested objects, in Google's JSON spelling. */
  private static ObjectNode selected(List<String> fields, Map<String, Object> all) {
    ObjectNode result = Json.object();
    for (String field : fields) {
      if (all.containsKey(field)) {
        ObjectNode at = result;
        String[] names = field.split("\\.");
        for (int i = 0; i < names.length - 1; i++) {
          at = at.withObjectProperty(camel(names[i]));
        }
        at.set(camel(names[names.length - 1]), Json.object("v", all.get(field)).path("v"));
      }
    }
    return result;
  }

  private static String camel(String snake) {
    return Pattern.compile("_([a-z])")
        .matcher(snake)
        .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
  }

  private static String resource(ConversionAction action) {
    return "customers/" + GoogleAccount.CUSTOMER + "/conversionActions/" + action.id();
  }

  Reply mutate(Call call, String version) {
    JsonNode body = Json.read(call.body()).orElseGet(Json::object);
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("results");
    for (JsonNode operation : body.path("operations")) {
      JsonNode create = operation.path("create");
      String name = Json.text(create, "name");
      if (name.isEmpty() || name.length() > 100 || Json.text(create, "type").isEmpty()) {
        return answers.refused(400, version, "fieldError.REQUIRED", "name and type are needed.");
      }
      Optional<ConversionAction> made =
          account.create(
              name, Json.text(create, "type"), Json.text(create, "countingType"), call.now());
      if (made.isEmpty()) {
        String code = "conversionActionError.DUPLICATE_NAME";
        return answers.refused(400, version, code, "The name is in use.");
      }
      results.add(Json.object("resourceName", resource(made.get())));
    }
    return results.isEmpty()
        ? answers.refused(400, version, "fieldError.REQUIRED", "operations are needed.")
        : Reply.json(200, answer);
  }
}
