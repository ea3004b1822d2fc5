package io.stocktrend.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flume.Channel;
import org.apache.flume.Context;
import org.apache.flume.FlumeException;
import org.apache.flume.Sink;
import org.apache.flume.Source;
import org.apache.flume.channel.ChannelProcessor;
import org.apache.flume.channel.ChannelSelectorFactory;
import org.apache.flume.channel.DefaultChannelFactory;
import org.apache.flume.conf.BatchSizeSupported;
import org.apache.flume.conf.Configurables;
import org.apache.flume.conf.TransactionCapacitySupported;
import org.apache.flume.sink.DefaultSinkFactory;
import org.apache.flume.source.DefaultSourceFactory;

/**
 * Sets up once more, through Flume's own factories, a component that Flume has dropped, to learn
 * the cause: Flume only logs it. Used when the start or reload is refused anyway.
 */
final class ComponentProbe {
  /** What is wrong with a type that nothing bears. */
  static final String UNKNOWN_TYPE =
      "is neither one of Flume's nor a class on the class path: correct it, or put its jar into"
          + " plugins.d/<plugin>/lib";

  private final Map<Component, Context> settings;
  private final Map<String, Channel> channels = new HashMap<>();

  ComponentProbe(Map<Component, Context> settings) {
    this.settings = settings;
  }

  /** Why the component cannot be set up; nothing if it can, or if Flume did not take its keys. */
  Optional<String> cause(Component component) {
    Context context = settings.get(component);
    if (context == null) {
      return Optional.empty();
    }
    try {
      setUp(component, context);
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(Causes.oneLine(e));
    }
  }

  private void setUp(Component component, Context context) {
    switch (component.kind()) {
      case CHANNEL -> channel(component.name());
      case SOURCE -> source(component.name(), context);
      case SINK -> sink(component.name(), context);
      case SINK_GROUP, CONFIG_FILTER -> {}
    }
  }

  private void source(String name, Context context) {
    var factory = new DefaultSourceFactory();
    Source source =
        create(context, Source.class, factory::getClass, type -> factory.create(name, type));
    Configurables.configure(source, context);
    List<Channel> targets = channels(context.getString("channels"));
    targets.forEach(target -> fits(source, target));
    var selector = ChannelSelectorFactory.create(targets, context.getSubProperties("selector."));
    Configurables.configure(new ChannelProcessor(selector), context);
  }

  private void sink(String name, Context context) {
    var factory = new DefaultSinkFactory();
    Sink sink = create(context, Sink.class, factory::getClass, type -> factory.create(name, type));
    Configurables.configure(sink, context);
    channels(context.getString("channel")).forEach(origin -> fits(sink, origin));
  }

  private Channel channel(String name) {
    Channel known = channels.get(name);
    if (known != null) {
      return known;
    }
    Context context = settings.get(new Component(Kind.CHANNEL, name));
    var factory = new DefaultChannelFactory();
    Channel channel =
        create(context, Channel.class, factory::getClass, type -> factory.create(name, type));
    channel.setName(name);
    Configurables.configure(channel, context);
    channels.put(name, channel);
    return channel;
  }

  /** The channels of that list which can be set up; the others are named on their own. */
  private List<Channel> channels(String names) {
    return Stream.of(names.split("\\s+"))
        .filter(name -> cause(new Component(Kind.CHANNEL, name)).isEmpty())
        .map(channels::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private static <T> T create(
      Context context,
      Class<T> role,
      Function<String, Class<? extends T>> find,
      Function<String, T> create) {
    String type = context.getString("type");
    if (!role.isAssignableFrom(known(type, find))) {
      throw new IllegalArgumentException(
          "the type '" + type + "' is no Flume " + role.getSimpleName() + ": correct it");
    }
    return create.apply(type);
  }

  private static <T> Class<? extends T> known(
      String type, Function<String, Class<? extends T>> find) {
    try {
      return find.apply(type);
    } catch (FlumeException e) {
      throw new IllegalArgumentException("the type '" + type + "' " + UNKNOWN_TYPE);
    }
  }

  private static void fits(Object component, Channel channel) {
    if (component instanceof BatchSizeSupported batching
        && channel instanceof TransactionCapacitySupported limited
        && batching.getBatchSize() > limited.getTransactionCapacity()) {
      throw new IllegalArgumentException(
          "batchSize "
              + batching.getBatchSize()
              + " is above the transactionCapacity "
              + limited.getTransactionCapacity()
              + " of channel "
              + channel.getName()
              + ": lower the one or raise the other");
    }
  }
}
