// Package words has the words that wire copy is read by.
package words

import (
	"strings"
	"time"
)

// monthNames lists the names of each month, January first, as datelines write
// them, short and long, in small letters and without a full stop.
var monthNames = [12]string{
	"jan january januar jänner janvier janv enero ene gennaio gen janeiro januari jan. januára janeiro января янв январь січня січ stycznia sty ledna leden január jan ocak oca يناير كانون ژانویه जनवरी ιανουαρίου ιαν",
	"feb february februar feber février fevrier févr fév fevr febrero febbraio fevereiro fev februari февраля фев февр февраль лютого лют lutego lut února únor február febr şubat subat فبراير شباط فوریه फरवरी फ़रवरी φεβρουαρίου φεβ",
	"mar march märz maerz mrz mär mars marzo março marco maart maret mac марта мар март березня бер marca března březen március márc mart مارس آذار मार्च μαρτίου μαρ",
	"apr april avril avr abril abr aprile april. апреля апр апрель квітня кві kwietnia kwi dubna duben április ápr nisan nis أبريل ابريل إبريل نيسان آوریل अप्रैल απριλίου απρ",
	"may mai mayo maggio mag maio mei maj мая май травня тра maja května květen május máj mayıs mayis maí مايو أيار مه मई μαΐου",
	"jun june juni juin junio giugno giu junho июня июн июнь червня чер czerwca cze června červen június jún haziran haz يونيو حزيران ژوئن जून ιουνίου ιουν",
	"jul july juli juillet juil julio luglio lug julho июля июл июль липня лип lipca lip července červenec július júl temmuz tem يوليو تموز ژوئیه जुलाई ιουλίου ιουλ",
	"aug august août aout agosto ago augustus agustus agu ogos augusti августа авг август серпня сер sierpnia sie srpna srpen augusztus ağustos agustos أغسطس اغسطس آب اوت अगस्त αυγούστου αυγ",
	"sep sept september septembre septiembre setiembre set settembre setembro septiembre. сентября сен сент сентябрь вересня вер września wrz września září szeptember szept eylül eylul سبتمبر أيلول سپتامبر सितंबर सितम्बर σεπτεμβρίου σεπ",
	"oct october okt oktober octobre octubre ottobre ott outubro out октября окт октябрь жовтня жов października paź října říjen október ekim أكتوبر اكتوبر اکتبر अक्टूबर अक्तूबर οκτωβρίου οκτ",
	"nov november novembre noviembre novembro nopember ноября ноя нояб ноябрь листопада лис listopada lis listopadu listopad kasım kasim نوفمبر نوامبر नवंबर नवम्बर νοεμβρίου νοε",
	"dec december dez dezember décembre déc diciembre dic dicembre dezembro desember декабря дек декабрь грудня гру grudnia gru prosince prosinec aralık aralik ديسمبر دسامبر दिसंबर दिसम्बर δεκεμβρίου δεκ",
}

var months = func() map[string]int {
	m := make(map[string]int, 400)
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			m[strings.TrimSuffix(name, ".")] = i + 1
		}
	}
	return m
}()

// Month is the number of the month that word names, 0 where it names none.
func Month(word string) int {
	if len(word) < 3 || len(word) > 32 {
		return 0
	}
	return months[strings.ToLower(strings.TrimRight(word, ".,"))]
}

// weekdayNames lists the names of each day of the week, Sunday first.
var weekdayNames = [7]string{
	"sunday sun dimanche sonntag domingo domenica воскресенье воскресенья vasárnap",
	"monday mon lundi montag lunes lunedì понедельник понедельника hétfő",
	"tuesday tue tues mardi dienstag martes martedì вторник вторника kedd",
	"wednesday wed mercredi mittwoch miércoles miercoles mercoledì среда среду среды szerda",
	"thursday thu thur thurs jeudi donnerstag jueves giovedì четверг четверга csütörtök",
	"friday fri vendredi freitag viernes venerdì пятница пятницу пятницы péntek",
	"saturday sat samedi samstag sonnabend sábado sabado sabato суббота субботу субботы szombat",
}

var weekdays = func() map[string]time.Weekday {
	m := make(map[string]time.Weekday, 80)
	for i, names := range weekdayNames {
		for name := range strings.FieldsSeq(names) {
			m[name] = time.Weekday(i)
		}
	}
	return m
}()

// Weekday is the day of the week that word names.
func Weekday(word string) (time.Weekday, bool) {
	if len(word) < 3 || len(word) > 24 {
		return 0, false
	}
	d, ok := weekdays[strings.ToLower(strings.TrimRight(word, ".,"))]
	return d, ok
}
