"""A small sheet for each kind of table, and the headings of the DfE's file."""

from datetime import date

from tests.importers.given import AISHA, NOAH, ZOE

_WHO = ["UPN", "Surname", "Forename", "Date of birth"]
_AISHA = [AISHA, "Ahmed", "Aisha", date(2014, 9, 3)]
_NOAH = [NOAH, "Baker", "Noah", date(2015, 3, 28)]
_ZOE = [ZOE, "Clarke", "Zoë", date(2014, 12, 31)]

_NCA = (
    "CurrLA,CurrESTAB,CurrDfENo,PrevDfENo,CurrURN,ToECode,Surname,Middlenames,Forename,"
    "DOB,Gender,CurrUPN,DCAReference,RecordSource,Subject,TestModification,TestStatus,"
    "TestMark1,TestMark1A,TestMark2,TestMark2A,TestMark3,TestMark3A,RawScore,TotalMarkA,"
    "ScaledScore,TestOutcome,Review,SpecialConsideration,CompensatoryMarks,RefTest"
)
# Some thirty columns of the DfE's file, in its own order.
_DFE = (
    "ACADYR,PupilMatchingRef,CANDNO,CAND_ID,UPN,SURNAME,FORENAMES,DOB,YEARGRP,SEX,LA,"
    "LA_9Code,ESTAB,LAESTAB,READOUTCOME,MATOUTCOME,GPSOUTCOME,READSCORE,"
    "READSCORE_noSpeccon,MATSCORE,MATSCORE_noSpeccon,GPSSCORE,WRITTAOUTCOME,READMRK,"
    "KS2READSCORE,KS2MATSCORE,FSM,SENTYPE,VERSION"
)
NCA, DFE = _NCA.split(","), _DFE.split(",")


def nca_row(upn, surname, forename, subject, raw, scaled, outcome):
    known = {
        "Surname": surname,
        "Forename": forename,
        "CurrUPN": upn,
        "DOB": "03/09/2014",
    }
    known |= {"Subject": subject, "RawScore": raw, "ScaledScore": scaled}
    known |= {"TestOutcome": outcome, "Gender": "F", "CurrLA": "801"}
    return [known.get(heading, "") for heading in NCA]


def dfe_row(upn, surname, forenames, **more):
    known = {"ACADYR": "2021/2022", "UPN": upn, "SURNAME": surname, "SEX": "F"}
    known |= {"FORENAMES": forenames, "DOB": "03/09/2010", "YEARGRP": "6", "FSM": "1"}
    known |= {
        "READSCORE": "112",
        "MATSCORE": "98",
        "READOUTCOME": "AS",
        "READMRK": "41",
    }
    known |= {"MATOUTCOME": "NS", "WRITTAOUTCOME": "GDS", "KS2READSCORE": "112"}
    return [{**known, **more}.get(heading, "") for heading in DFE]


SAMPLES = {
    "ks2_wide": [
        [*_WHO, "KS2 reading scaled score", "KS2 maths scaled score", "KS2 writing TA"],
        [*_AISHA, 112, 108, "GDS"],
        [*_NOAH, "N", 99, "EXS"],
        [*_ZOE, 101, 120, "WTS"],
    ],
    "ks2_results": [
        NCA,
        nca_row(AISHA, "AHMED", "AISHA", "Reading", 41, 112, "AS"),
        nca_row(AISHA, "AHMED", "AISHA", "Mathematics", 88, 108, "AS"),
        nca_row(NOAH, "BAKER", "NOAH", "English reading", "", "N", "NS"),
    ],
    "npd_ks2": [
        DFE,
        dfe_row(AISHA, "AHMED", "AISHA"),
        dfe_row(NOAH, "BAKER", "NOAH", READSCORE="", READOUTCOME="A"),
    ],
    "cat4": [
        [*_WHO, "Verbal SAS", "Quantitative SAS", "Non-verbal SAS", "Spatial SAS"],
        [*_AISHA, 118, 121, 109, 97],
        [*_NOAH, 88, 92, 101, 115],
    ],
    "pupil_list": [
        [*_WHO, "Year group", "Reg group", "Pupil premium", "SEN status"],
        [*_AISHA, 7, "7A", "Y", "N"],
        [*_NOAH, 7, "7B", "N", "K"],
    ],
}
