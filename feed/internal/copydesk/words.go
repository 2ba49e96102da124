package copydesk

// slots are the words for each {slot} of a pattern. All names are invented.
var slots = map[string][]string{
	"place": places, "first": firsts, "last": lasts, "noun": nouns, "group": groups,
	"verb": verbs, "goods": goods, "time": times, "ord": ordinals,
}

var places = []string{
	"Port Ellery", "Marlow Bay", "Castrel", "Dunmere", "Westhaven", "Orrin Falls", "Tessaly", "Brackwater",
	"Kestrel Point", "Lindqvist", "Alder Cross", "Saint Corin", "Velmora", "Hollin Ridge", "Penmarch", "Quillon",
	"Rostav", "Sunder Vale", "Tamsin Reach", "Upper Wick", "Varga Plain", "Wendell", "Yarrow Glen", "Zelten", "Ashmouth",
	"Birchgate", "Calder Quay", "Drovers End", "Eastmere", "Fallow Heath", "Grantley", "Hartsea", "Ivory Sound",
	"Jessamy", "Kilbarrow", "Lowmarsh", "Merrin", "Northwold", "Oakhurst Bay", "Pellam", "Redcliffe Isle", "Southmoor",
	"Thornbury Locks", "Umberton", "Vesper Hill", "Wyndale", "Amberley Cove", "Bexmoor", "Cobalt Harbor", "Dellwick",
}

var firsts = []string{
	"Ana", "Bela", "Corin", "Dara", "Edda", "Finn", "Greta", "Hollis", "Ines", "Jonas", "Kaia", "Leif", "Mara", "Nils",
	"Oona", "Piet", "Rhea", "Sven", "Tilda", "Ulric", "Vera", "Wim", "Yara", "Zane", "Aldo", "Britt", "Cleo", "Dov",
	"Elin", "Faro",
}

var lasts = []string{
	"Ruiz", "Holm", "Marsh", "Okoro", "Lindgren", "Vance", "Thorne", "Abara", "Castell", "Dray", "Ekholm", "Farrow",
	"Grieg", "Hale", "Imbert", "Jarl", "Kessler", "Lund", "Moreau", "Nystrom", "Orsini", "Pell", "Quist", "Renner",
	"Solberg", "Tarrant", "Ulmer", "Voss", "Wexler", "Yates", "Zorn", "Ashby", "Brandt", "Corliss", "Delacroix",
	"Enright", "Fenn", "Galloway", "Hendry", "Ivers",
}

var nouns = []string{
	"ferry", "bridge", "harbor", "reservoir", "tramline", "library", "market", "lighthouse", "orchard", "foundry",
	"cannery", "shipyard", "observatory", "hospital", "theater", "stadium", "quarry", "windmill", "dike", "aqueduct",
	"airport", "depot", "archive", "school", "bakery", "greenhouse", "museum", "canal", "tunnel", "pier",
}

var groups = []string{
	"port authority", "city council", "fishers' union", "water board", "transit agency", "harbor police",
	"growers' league", "teachers' guild", "coast guard", "power company", "central bank", "trade ministry",
	"weather office", "health board", "election panel", "science academy", "rail operator", "housing office",
	"court of audit", "energy council",
}

var verbs = []string{
	"reopens", "closes", "inspects", "repairs", "expands", "defends", "delays", "funds", "rebuilds", "audits", "leases",
	"sells", "buys", "surveys", "insures", "renames", "repaints", "floods", "drains", "measures",
}

var goods = []string{
	"timber", "herring", "copper", "wool", "glass", "barley", "steel", "paper", "cement", "salt", "rice", "tin",
	"cotton", "sugar", "tea", "batteries", "turbines", "bicycles", "pumps", "lenses",
}

var times = []string{
	"before winter", "after storm", "amid strike", "for second year", "despite protest", "ahead of vote", "in trial run",
	"under new law", "after audit", "on tight budget", "without notice", "at night", "by mistake", "for first time",
	"until spring", "after long delay", "amid drought", "in record time", "with loan", "over objections",
}

var ordinals = []string{
	"2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th",
}

var numbers = []string{
	"3", "4", "5", "6", "7", "8", "9", "11", "12", "14", "17", "19", "21", "26", "28", "33", "37", "41", "48", "52",
	"55", "64", "70", "86", "93", "104", "120", "138", "150", "212", "240", "305", "360", "412", "480", "550", "640",
	"775", "900", "1,150", "1,400", "2,300", "3,750", "5,200", "7,600", "12,000", "18,500", "26,000", "41,000", "64,000",
}

var months = []string{
	"Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
}

var agencies = []string{
	"Meridian", "Halvard News", "Meridian", "Coastal Press",
}
