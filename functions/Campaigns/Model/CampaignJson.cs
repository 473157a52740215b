using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CddFunctions.Platform;

namespace CddFunctions.Campaigns.Model;

/// <summary>The product's JSON dialect with what only campaign files need: CE dates, short times and days of the week.</summary>
public static class CampaignJson
{
    public static readonly JsonSerializerOptions Options = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        // The day converter stands first: the general enum converter would take only full names such as "monday", files say "mon".
        options.Converters.Add(new DayConverter());
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new TimeConverter());
        // Computed members are not written, because the strict reader would refuse them in a file.
        options.IgnoreReadOnlyProperties = true;
        Json.Apply(options).MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class DateConverter : LineConverter<DateOnly>
    {
        // A year from 2400 on is a Buddhist-era year in a common-era date, off by 543 years. It is refused (docs/rules.md 4).
        private const int FirstBuddhistYear = 2400;

        protected override DateOnly? Parse(string line) =>
            DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year < FirstBuddhistYear
                ? date
                : null;

        protected override string Print(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class TimeConverter : LineConverter<TimeOnly>
    {
        private static readonly string[] Forms = ["HH:mm", "HH:mm:ss"];

        protected override TimeOnly? Parse(string line) =>
            TimeOnly.TryParseExact(line, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

        protected override string Print(TimeOnly value) =>
            value.ToString(value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private sealed class DayConverter : LineConverter<DayOfWeek>
    {
        private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

        protected override DayOfWeek? Parse(string line) => Array.IndexOf(Names, line) is >= 0 and var day ? (DayOfWeek)day : null;

        protected override string Print(DayOfWeek value) => Names[(int)value];
    }

    private abstract class LineConverter<T> : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (reader.TokenType is JsonTokenType.String ? Parse(reader.GetString()!) : null)
            ?? throw new JsonException($"not a {typeof(T).Name}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Print(value));

        protected abstract T? Parse(string line);

        protected abstract string Print(T value);
    }
}
