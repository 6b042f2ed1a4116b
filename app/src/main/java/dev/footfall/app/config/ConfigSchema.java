package dev.footfall.app.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Setting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JSON Schema of the project file, made from the destinations' specifications. */
public final class ConfigSchema {
  /** Name of the file that editors read beside the project file. */
  public static final String FILE = "footfall.schema.json";

  private final List<DestinationSpec> specs;

  private ConfigSchema(List<DestinationSpec> specs) {
    this.specs = specs;
  }

  /** The schema, draft 2020-12. */
  public static ObjectNode of(Destinations destinations) {
    return new ConfigSchema(destinations.specs()).document();
  }

  private ObjectNode document() {
    ObjectNode schema = node();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Footfall project");
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode parts = schema.putObject("properties");
    parts.set("store", store());
    parts.set("retention", retention());
    parts.set("sources", named("Where queries find their tables.", source()));
    parts.set("credentials", named("What proves to a platform that we may send.", credential()));
    parts.set("destinations", named("The outlets.", destination()));
    parts.set("orchestrations", named("A query, a source and a destination.", orchestration()));
    return schema;
  }

  private static ObjectNode named(String description, ObjectNode each) {
    ObjectNode map = node();
    map.put("description", description);
    map.putArray("type").add("object").add("null");
    map.set("additionalProperties", each);
    return map;
  }

  private static ObjectNode store() {
    ObjectNode store = object("type");
    store.put(
        "description", "Where runs and deliveries are remembered; below .footfall if unsaid.");
    ObjectNode properties = store.putObject("properties");
    choice(properties, "type", StoreConfig.TYPES)
        .put("description", "Files of this project, or a database that several machines share.");
    text(properties, "url", "Begins with jdbc:postgresql:.");
    text(properties, "user", "The database user.");
    text(properties, "schema", "Holds the tables; footfall if unsaid.");
    pattern(properties, "schema", StoreReader.SCHEMA);
    properties.set(
        "password", RuleSchema.secret().put("description", "As ${env:NAME} or ${file:path}."));
    properties.set(
        "secret",
        RuleSchema.secret()
            .put(
                "description",
                "Key of all that is remembered: 64 hexadecimal digits, the same on all machines. It"
                    + " cannot be changed. Embedded: kept in .footfall/secret if unsaid."));
    properties.set(
        "token_keys",
        RuleSchema.secret()
            .put(
                "description",
                "Keys of stored tokens: 64 hexadecimal digits each, the one that seals first."
                    + " Embedded: kept in .footfall/token-keys if unsaid."));
    ObjectNode shared = store.putArray("allOf").addObject();
    shared.putObject("if").putObject("properties").putObject("type").put("const", "postgres");
    ArrayNode needed = shared.putObject("then").putArray("required");
    List.of("url", "user", "secret").forEach(needed::add);
    return store;
  }

  private static ObjectNode retention() {
    ObjectNode retention = object();
    retention.put("description", "How long the project remembers; what is older goes by itself.");
    retention.putArray("type").add("object").add("null");
    ObjectNode properties = retention.putObject("properties");
    text(properties, "history", "Runs and what became of their rows; 90d if unsaid.");
    pattern(properties, "history", RetentionReader.DAYS);
    text(properties, "ledger", "What was delivered; 400d if unsaid, 90d at least.");
    pattern(properties, "ledger", RetentionReader.DAYS);
    return retention;
  }

  private static ObjectNode source() {
    ObjectNode source = object("type");
    ObjectNode properties = source.putObject("properties");
    choice(properties, "type", SourceConfig.TYPES)
        .put("description", "A DuckDB file, a folder of files, or a database over JDBC.");
    text(properties, "path", "The file or folder, from the project's folder.");
    text(properties, "url", "Begins with jdbc:.");
    text(properties, "user", "The database user.");
    text(properties, "schema", "Where tables without a schema are looked for.");
    engine(properties);
    properties.set(
        "password", RuleSchema.secret().put("description", "As ${env:NAME} or ${file:path}."));
    return source;
  }

  private static void engine(ObjectNode properties) {
    text(properties, "memory_limit", "How much the engine holds before it spills; 512MB.");
    pattern(properties, "memory_limit", EngineReader.SIZE);
    properties
        .putObject("threads")
        .put("type", "integer")
        .put("minimum", 1)
        .put("maximum", EngineReader.MOST_THREADS)
        .put("description", "How many threads the engine works with; one a processor.");
    text(properties, "timeout", "The longest wait for the next rows of a query; 10m.");
    pattern(properties, "timeout", EngineReader.TIME);
    text(properties, "temp_folder", "Where the engine spills; .footfall/tmp.");
    text(properties, "temp_limit", "How much the engine may spill; 100GB.");
    pattern(properties, "temp_limit", EngineReader.SIZE);
  }

  private static void pattern(ObjectNode properties, String name, String pattern) {
    properties.withObject("/" + name).put("pattern", "^" + pattern + "$");
  }

  private ObjectNode credential() {
    Map<String, ObjectNode> fields = new TreeMap<>();
    for (DestinationSpec spec : specs) {
      for (CredentialField field : spec.credential()) {
        fields.computeIfAbsent(
            field.name(),
            name ->
                (field.secret() ? RuleSchema.secret() : RuleSchema.of(field.rule()))
                    .put("description", field.help()));
      }
    }
    ObjectNode credential = node().put("type", "object");
    credential.set("properties", node().setAll(fields));
    return credential;
  }

  private ObjectNode destination() {
    ObjectNode destination = object("type");
    ObjectNode properties = destination.putObject("properties");
    choice(properties, "type", specs.stream().map(DestinationSpec::type).toList())
        .put("description", "The platform.");
    text(properties, "credential", "A name under credentials.");
    columns(properties);
    properties.putObject("settings").putArray("type").add("object").add("null");
    ArrayNode cases = destination.putArray("allOf");
    for (DestinationSpec spec : specs) {
      ObjectNode one = cases.addObject();
      one.putObject("if").putObject("properties").putObject("type").put("const", spec.type());
      one.putObject("then").putObject("properties").set("settings", settings(spec));
    }
    return destination;
  }

  private static ObjectNode settings(DestinationSpec spec) {
    ObjectNode settings = node();
    settings.put("additionalProperties", false);
    ObjectNode properties = settings.putObject("properties");
    columns(properties);
    for (Setting setting : spec.settings()) {
      ObjectNode value = RuleSchema.of(setting.rule()).put("description", setting.help());
      setting.fallback().ifPresent(text -> value.put("default", text));
      properties.set(setting.name(), value);
    }
    return settings;
  }

  private ObjectNode orchestration() {
    ObjectNode orchestration = object("source", "query", "destination");
    ObjectNode properties = orchestration.putObject("properties");
    text(properties, "source", "A name under sources.");
    text(properties, "query", "The SQL file, from the project's folder.");
    text(properties, "destination", "A name under destinations.");
    text(properties, "timezone", "For times without a zone, such as America/New_York.");
    columns(properties);
    choice(properties, "dialect", List.of("presto", "native"))
        .put("description", "presto: the same SQL on every source. native: the source's own.");
    properties
        .putObject("strict_sql")
        .put("type", "boolean")
        .put("description", "Refuse what Presto itself would refuse.");
    ObjectNode share = properties.putObject("max_rejected");
    share.put("description", "The share of rejected rows above which a run fails: 0.1 or 10%.");
    share.putArray("type").add("number").add("string");
    ObjectNode settings = properties.putObject("settings");
    settings.put("description", "Over those of the destination.");
    settings.putArray("type").add("object").add("null");
    Set<String> names = new TreeSet<>(Set.of(Vocabularies.KEY));
    specs.forEach(spec -> spec.settings().forEach(s -> names.add(s.name())));
    ArrayNode allowed = settings.putObject("propertyNames").putArray("enum");
    names.forEach(allowed::add);
    return orchestration;
  }

  private static void columns(ObjectNode properties) {
    choice(properties, Vocabularies.KEY, Vocabularies.VALUES)
        .put("description", "Whose column names the query bears; platform unless said otherwise.");
  }

  private static ObjectNode object(String... required) {
    ObjectNode object = node().put("type", "object").put("additionalProperties", false);
    ArrayNode names = object.putArray("required");
    List.of(required).forEach(names::add);
    return object;
  }

  private static ObjectNode choice(ObjectNode properties, String name, List<String> values) {
    ObjectNode property = properties.putObject(name);
    ArrayNode list = property.putArray("enum");
    values.forEach(list::add);
    return property;
  }

  private static void text(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
